import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { Application, Secret } from "../api/application";
import { useHold, useSay, useSurroundings } from "../console/surroundings";
import { Confirmation } from "../elements/Confirmation";
import { Copyable } from "../elements/Copyable";
import { useMounted } from "../elements/mounted";
import { Moment } from "../elements/Moment";
import { Section } from "../elements/Section";
import { Table } from "../elements/Table";
import limits from "../limits.json";
import { mayManage } from "../session/administrator";
import { forgetFresh, freshOf, keepFresh } from "./fresh";
import { ShownOnce } from "./ShownOnce";

/** Client secrets: several live side by side, so that they can be replaced without a gap. */
export function Secrets({ application, again }: { application: Application; again: () => Promise<void> }) {
  const say = useSay();
  const { realm, administration, administrator, ...tell } = useSurroundings();
  const { clientId, secrets } = application;
  const [fresh, setFresh] = useState(() => freshOf(realm, clientId));
  const [unwanted, setUnwanted] = useState<Secret>();
  const [busy, setBusy] = useState(false);
  const mounted = useMounted();
  // What is on its way would be lost too.
  useHold("secret", busy);
  const disabled = !mayManage(administrator);
  const full = secrets.length >= limits.secrets;
  const add = async () => {
    setBusy(true);
    try {
      const { clientSecret } = await administration.addSecret(clientId);
      if (!mounted.current) {
        return;
      }
      setFresh(keepFresh({ realm, clientId, secret: clientSecret, saved: false }));
    } catch (reason) {
      tell.failed(say("secrets.notAdded"), reason);
    }
    await again();
    setBusy(false);
  };
  const remove = async (secret: Secret) => {
    try {
      await administration.deleteSecret(clientId, secret.id);
      tell.done(say("secrets.deleted"));
    } catch (reason) {
      tell.failed(say("secrets.notDeleted"), reason);
    }
    await again();
    setUnwanted(undefined);
  };
  const reason = disabled
    ? say("permission.manage")
    : fresh
      ? say("secrets.first")
      : full
        ? say("secrets.full", { count: limits.secrets })
        : undefined;
  return (
    <Section
      title={say("secrets.title")}
      text={say("secrets.text")}
      testId="secrets"
      actions={
        <div className="workfront-reasoned">
          <Button
            variant="secondary"
            isAriaDisabled={reason !== undefined || busy}
            isLoading={busy} spinnerAriaValueText={say("loading")}
            aria-describedby="workfront-secret-reason"
            onClick={() => void add()}
            data-testid="add-secret"
          >
            {say("secrets.add")}
          </Button>
          <span id="workfront-secret-reason" className="workfront-quiet">
            {reason}
          </span>
        </div>
      }
    >
      {fresh && (
        <ShownOnce
          title={say("secrets.once")}
          warning={say("secrets.warning")}
          loss="secret"
          saved={fresh.saved}
          save={(saved) => setFresh(keepFresh({ ...fresh, saved }))}
          testId="new-secret"
          done={() => {
            forgetFresh();
            setFresh(undefined);
          }}
        >
          {(saved) => (
            <>
              <Copyable label={say("clientId")} value={clientId} testId="new-client-id" />
              <Copyable label={say("clientSecret")} value={fresh.secret} copied={saved} testId="client-secret" />
            </>
          )}
        </ShownOnce>
      )}
      {secrets.length === 0 ? (
        <p data-testid="no-secrets">{say("secrets.none")}</p>
      ) : (
        <Table
          label={say("secrets.title")}
          rows={secrets}
          id={({ id }) => id}
          testId="secret-table"
          columns={[
            { title: say("secrets.name"), cell: ({ id }) => <code dir="ltr">…{id.slice(-8)}</code> },
            { title: say("list.created"), cell: ({ createdAt }) => <Moment at={createdAt} /> },
            { title: say("list.lastUsed"), cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} /> },
            {
              title: say("actions"),
              hidden: true,
              cell: (secret) => (
                <Button
                  variant="link"
                  isInline
                  isDanger
                  isDisabled={disabled}
                  onClick={() => setUnwanted(secret)}
                  data-testid="delete-secret"
                >
                  {say("delete")} <span className="pf-v5-u-screen-reader">…{secret.id.slice(-8)}</span>
                </Button>
              ),
            },
          ]}
        />
      )}
      {unwanted && (
        <Confirmation
          title={say("secrets.delete.title")}
          action={say("delete")}
          confirm={() => remove(unwanted)}
          close={() => setUnwanted(undefined)}
          testId="delete-secret-dialog"
        >
          {say(secrets.length === 1 ? "secrets.delete.last" : "secrets.delete.text", { id: `…${unwanted.id.slice(-8)}` })}
        </Confirmation>
      )}
    </Section>
  );
}
