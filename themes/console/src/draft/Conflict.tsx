import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useEffect, useRef } from "react";
import { useSay } from "../console/surroundings";

type Props = {
  /** What they have saved, as the form would show it. */
  theirs: { field: string; label: string; value: string }[];
  keepMine: () => void;
  takeTheirs: () => void;
};

/** Somebody else was faster: says with what, and asks what is to be done. */
export function Conflict({ theirs, keepMine, takeTheirs }: Props) {
  const say = useSay();
  const all = useRef<HTMLDivElement>(null);
  const what = JSON.stringify(theirs);
  // It may stand far above the button that was pressed.
  useEffect(() => all.current?.querySelector("button")?.focus(), [what]);
  return (
    <div ref={all}>
      <Alert
        isInline
        variant="warning"
        variantLabel={say("notice.warning")}
        component="h2"
        title={say("conflict.title")}
        data-testid="conflict"
        role="alert"
        actionLinks={
          <>
            <AlertActionLink onClick={keepMine} data-testid="keep-mine">
              {say("conflict.mine")}
            </AlertActionLink>
            <AlertActionLink onClick={takeTheirs} data-testid="take-theirs">
              {say("conflict.theirs")}
            </AlertActionLink>
          </>
        }
      >
        <p>{say("conflict.text")}</p>
        <ul>
          {theirs.map(({ field, label, value }) => (
            <li key={field}>
              {label}: <bdi>{value}</bdi>
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}
