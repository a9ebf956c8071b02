import { FormSection, TextInput } from "@patternfly/react-core";
import { useSay } from "../console/surroundings";
import { Field } from "../elements/Field";
import limits from "../limits.json";
import type { Draft } from "./draft";
import { ExpirationField } from "./ExpirationField";
import type { Written } from "./TextField";
import { Toggle } from "./Toggle";

type Props = Written & { edition: number; original: Draft };

/** What becomes of refresh tokens (contract, section 2). */
export function RefreshTokens({ edition, draft, original, problems, write, disabled }: Props) {
  const say = useSay();
  // Without rotation there is no grace time: what was typed there goes with it.
  const rotate = (on: boolean) => {
    write("rotateRefreshTokens", on);
    if (!on) {
      write("refreshGraceSeconds", original.refreshGraceSeconds);
    }
  };
  return (
    <FormSection title={say("settings.refresh")} titleElement="h2">
      <Toggle field="rotateRefreshTokens" on={draft.rotateRefreshTokens} turn={rotate} disabled={disabled} />
      <Field
        label={say("settings.refreshGraceSeconds")}
        help={say(draft.rotateRefreshTokens ? "settings.refreshGraceSeconds.help" : "settings.refreshGraceSeconds.without")}
        problem={problems.refreshGraceSeconds && say(`settings.problem.${problems.refreshGraceSeconds}`)}
      >
        {(attributes) => (
          <TextInput
            {...attributes}
            type="number"
            min={0}
            max={limits.graceSeconds}
            className="workfront-short"
            value={draft.refreshGraceSeconds}
            onChange={(_event, value) => write("refreshGraceSeconds", value)}
            isDisabled={disabled || !draft.rotateRefreshTokens}
            data-testid="refreshGraceSeconds"
          />
        )}
      </Field>
      {(["absoluteExpirationSeconds", "inactiveExpirationSeconds"] as const).map((field) => (
        <ExpirationField
          key={`${field} ${edition}`}
          label={say(`settings.${field}`)}
          help={say(`settings.${field}.help`)}
          value={draft[field]}
          change={(value) => write(field, value)}
          problem={problems[field] === "order" ? say("settings.problem.order") : undefined}
          disabled={disabled}
          testId={field}
        />
      ))}
    </FormSection>
  );
}
