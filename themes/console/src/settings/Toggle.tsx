import { Switch } from "@patternfly/react-core";
import { useSay } from "../console/surroundings";

type Props = {
  field: "rotateRefreshTokens" | "standardResponses";
  on: boolean;
  turn: (on: boolean) => void;
  disabled: boolean;
};

/** A setting that is on or off. */
export function Toggle({ field, on, turn, disabled }: Props) {
  const say = useSay();
  const help = `workfront-${field}-help`;
  return (
    <div className="workfront-switch">
      <Switch
        id={`workfront-${field}`}
        label={say(`settings.${field}`)}
        isChecked={on}
        onChange={(_event, value) => turn(value)}
        isDisabled={disabled}
        aria-describedby={help}
        data-testid={field}
      />
      <p id={help} className="workfront-quiet">
        {say(`settings.${field}.help`)}
      </p>
    </div>
  );
}
