import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useEffect, useRef } from "react";
import type { Application } from "../api/application";
import { useSay, useSurroundings } from "../console/surroundings";
import type { Texts } from "../texts/texts";
import { type Draft, type DraftField, clashes, draftOf } from "./draft";
import { choiceOf, unitOf, units } from "./expiration";

type Props = {
  base: Application;
  theirs: Application;
  keepMine: () => void;
  takeTheirs: () => void;
};

/** Somebody else was faster: says with what, and asks what is to be done. */
export function Conflict({ base, theirs, keepMine, takeTheirs }: Props) {
  const say = useSay();
  const { texts } = useSurroundings();
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
        <p>{say("conflict.text")}</p>
        <ul>
          {clashes(base, theirs).map((field) => (
            <li key={field}>
              {say(`settings.${field}`)}: <bdi>{written(field, draftOf(theirs), texts)}</bdi>
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}

/** As the form would show it. */
function written(field: DraftField, { [field]: value }: Draft, { say, locale }: Texts): string {
  if (typeof value === "boolean") {
    return say(value ? "conflict.on" : "conflict.off");
  }
  if (typeof value === "number") {
    const choice = choiceOf(value);
    const unit = unitOf(value);
    return choice ? say(`expiration.${choice}`) : `${new Intl.NumberFormat(locale).format(value / units[unit])} ${say(`expiration.${unit}`)}`;
  }
  if (value == null) {
    return say("expiration.none");
  }
  return (Array.isArray(value) ? value.join(", ") : value) || say("conflict.empty");
}
