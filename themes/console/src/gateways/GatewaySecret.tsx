import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { Settings, VerifySecret } from "../api/application";
import { useHold, useSay, useSurroundings } from "../console/surroundings";
import { ShownOnce } from "../credentials/ShownOnce";
import { Confirmation } from "../elements/Confirmation";
import { Copyable } from "../elements/Copyable";
import { useMounted } from "../elements/mounted";
import { Section } from "../elements/Section";

/** The secret by which a gateway may ask from any address. */
export function GatewaySecret({ settings, again }: { settings: Settings; again: () => Promise<void> }) {
  const say = useSay();
  const { administration, ...tell } = useSurroundings();
  const [fresh, setFresh] = useState<VerifySecret & { saved: boolean }>();
  const [removing, setRemoving] = useState(false);
  const [busy, setBusy] = useState(false);
  const mounted = useMounted();
  // What is on its way would be lost too.
  useHold("secret", busy);
  const has = settings.verifyHasSecret ?? false;
  const renew = async () => {
    setBusy(true);
    try {
      const made = await administration.renewVerifySecret();
      if (!mounted.current) {
        return;
      }
      setFresh({ ...made, saved: false });
    } catch (reason) {
      tell.failed(say("gateways.secret.notMade"), reason);
    }
    await again();
    setBusy(false);
  };
  const remove = async () => {
    try {
      await administration.removeVerifySecret();
      tell.done(say("gateways.secret.removed"));
      setFresh(undefined);
    } catch (reason) {
      tell.failed(say("gateways.secret.notRemoved"), reason);
    }
    await again();
    setRemoving(false);
  };
  return (
    <Section
      title={say("gateways.secret.title")}
      text={say("gateways.secret.text")}
      testId="gateway-secret"
      actions={
        <div className="workfront-buttons">
          <Button
            variant="secondary"
            isAriaDisabled={busy || (fresh !== undefined && !fresh.saved)}
            isLoading={busy}
            spinnerAriaValueText={say("loading")}
            onClick={() => void renew()}
            data-testid="renew-secret"
          >
            {say(has ? "gateways.secret.renew" : "gateways.secret.make")}
          </Button>
          {has && (
            <Button variant="secondary" isDanger isDisabled={busy} onClick={() => setRemoving(true)} data-testid="remove-secret">
              {say("gateways.secret.remove")}
            </Button>
          )}
        </div>
      }
    >
      {fresh && (
        <ShownOnce
          title={say("gateways.secret.once")}
          warning={say("gateways.secret.warning")}
          loss="secret"
          saved={fresh.saved}
          save={(saved) => setFresh({ ...fresh, saved })}
          testId="new-gateway-secret"
          done={() => setFresh(undefined)}
        >
          {(saved) => (
            <>
              <Copyable label={say("gateways.secret.header")} value={fresh.header} testId="gateway-header" />
              <Copyable label={say("gateways.secret.value")} value={fresh.verifySecret} copied={saved} testId="gateway-secret-value" />
            </>
          )}
        </ShownOnce>
      )}
      <p data-testid="gateway-secret-state">{say(has ? "gateways.secret.there" : "gateways.secret.none")}</p>
      {removing && (
        <Confirmation
          title={say("gateways.secret.remove.title")}
          action={say("gateways.secret.remove")}
          confirm={() => remove()}
          close={() => setRemoving(false)}
          testId="remove-secret-dialog"
        >
          {say("gateways.secret.remove.text")}
        </Confirmation>
      )}
    </Section>
  );
}
