import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useEffect, useRef } from "react";
import type { Application } from "../api/application";
import { useSay } from "../console/surroundings";
import { clashes } from "./draft";

type Props = {
  base: Application;
  theirs: Application;
  keepMine: () => void;
  takeTheirs: () => void;
};

/** Somebody else was faster: says with what, and asks what is to be done. */
export function Conflict({ base, theirs, keepMine, takeTheirs }: Props) {
  const say = useSay();
  const all = useRef<HTMLDivElement>(null);
  // It may stand far above the button that was pressed.
  useEffect(() => all.current?.querySelector("button")?.focus(), [theirs]);
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
        {say("conflict.text", {
          fields: clashes(base, theirs)
            .map((field) => say(`settings.${field}`))
            .join(", "),
        })}
      </Alert>
    </div>
  );
}
