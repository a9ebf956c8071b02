import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { Service } from "../api/administration";
import { useSay, useSurroundings } from "../console/surroundings";
import { Nothing } from "../elements/Nothing";
import { mayConfigure } from "../session/administrator";

type Props = {
  /** What is served, or not. */
  what?: "switch" | "registered.switch";
  service: Service;
  done: () => Promise<void>;
};

/** Stands in for the pages where a contract is not served. */
export function SwitchOn({ what = "switch", service, done }: Props) {
  const say = useSay();
  const { realm, administration, administrator, ...tell } = useSurroundings();
  const [busy, setBusy] = useState(false);
  const switchOn = async () => {
    setBusy(true);
    try {
      await (what === "switch" ? administration : administration.registered).switchOn();
      tell.done(say(`${what}.done`, { realm }));
      await done();
    } catch (reason) {
      tell.failed(say(`${what}.failed`), reason);
    }
    setBusy(false);
  };
  // Its users administer the server: applications are never let in there.
  if (realm === "master") {
    return <Nothing title={say(`${what}.never.title`, { realm })} text={say(`${what}.never.text`)} testId="never-served" />;
  }
  if (service === "disabled") {
    return <Nothing title={say(`${what}.disabled.title`, { realm })} text={say(`${what}.disabled.text`)} testId="disabled" />;
  }
  const may = mayConfigure(administrator);
  return (
    <Nothing
      title={say(`${what}.title`, { realm })}
      text={`${say(`${what}.text`)} ${may ? "" : say(`${what}.permission`)}`}
      testId="switched-off"
    >
      {may && (
        <Button onClick={() => void switchOn()} isLoading={busy} spinnerAriaValueText={say("loading")} isDisabled={busy} data-testid="switch-on">
          {say(`${what}.action`)}
        </Button>
      )}
    </Nothing>
  );
}
