import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { Service } from "../api/administration";
import { useSay, useSurroundings } from "../console/surroundings";
import { Nothing } from "../elements/Nothing";
import { mayConfigure } from "../session/administrator";

/** Stands in for the pages where the contract is not served. */
export function SwitchOn({ service, done }: { service: Service; done: () => Promise<void> }) {
  const say = useSay();
  const { realm, administration, administrator, ...tell } = useSurroundings();
  const [busy, setBusy] = useState(false);
  const switchOn = async () => {
    setBusy(true);
    try {
      await administration.switchOn();
      tell.done(say("switch.done", { realm }));
      await done();
    } catch (reason) {
      tell.failed(say("switch.failed"), reason);
    }
    setBusy(false);
  };
  // Its users administer the server: applications are never let in there.
  if (realm === "master") {
    return <Nothing title={say("switch.never.title", { realm })} text={say("switch.never.text")} testId="never-served" />;
  }
  if (service === "disabled") {
    return <Nothing title={say("switch.disabled.title", { realm })} text={say("switch.disabled.text")} testId="disabled" />;
  }
  const may = mayConfigure(administrator);
  return (
    <Nothing
      title={say("switch.title", { realm })}
      text={`${say("switch.text")} ${may ? "" : say("permission.configure")}`}
      testId="switched-off"
    >
      {may && (
        <Button onClick={() => void switchOn()} isLoading={busy} spinnerAriaValueText={say("loading")} isDisabled={busy} data-testid="switch-on">
          {say("switch.action")}
        </Button>
      )}
    </Nothing>
  );
}
