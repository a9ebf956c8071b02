import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { Application, KeyPair, PublicKey } from "../api/application";
import { useSay, useSurroundings } from "../console/surroundings";
import { Confirmation } from "../elements/Confirmation";
import { CopyButton } from "../elements/CopyButton";
import { download, fileNameOf } from "../elements/download";
import { Moment } from "../elements/Moment";
import { Section } from "../elements/Section";
import { Table } from "../elements/Table";
import { mayManage } from "../session/administrator";
import { NewKey } from "./NewKey";
import { ShownOnce } from "./ShownOnce";

/** Public keys of a machine to machine application. */
export function PublicKeys({ application, again }: { application: Application; again: () => Promise<void> }) {
  const say = useSay();
  const { administration, administrator, ...tell } = useSurroundings();
  const { clientId, publicKeys } = application;
  const [way, setWay] = useState<"generate" | "add">();
  const [pair, setPair] = useState<KeyPair>();
  const [saved, setSaved] = useState(false);
  const [unwanted, setUnwanted] = useState<PublicKey>();
  const disabled = !mayManage(administrator);
  const added = async (made?: KeyPair) => {
    setWay(undefined);
    setPair(made);
    setSaved(false);
    tell.done(say("keys.added"));
    await again();
  };
  const remove = async (key: PublicKey) => {
    try {
      await administration.deleteKey(clientId, key.kid);
      tell.done(say("keys.deleted"));
    } catch (reason) {
      tell.failed(say("keys.notDeleted"), reason);
    }
    await again();
    setUnwanted(undefined);
  };
  const reason = disabled ? say("permission.manage") : pair ? say("keys.first") : undefined;
  return (
    <Section
      title={say("keys.title")}
      text={say("keys.text")}
      testId="public-keys"
      actions={
        <div className="workfront-reasoned">
          <Button variant="secondary" isDisabled={disabled} onClick={() => setWay("add")} data-testid="add-key">
            {say("keys.add")}
          </Button>
          <Button
            variant="secondary"
            isAriaDisabled={reason !== undefined}
            aria-describedby="workfront-pair-reason"
            onClick={() => setWay("generate")}
            data-testid="generate-key"
          >
            {say("keys.generate")}
          </Button>
          <span id="workfront-pair-reason" className="workfront-quiet">
            {reason}
          </span>
        </div>
      }
    >
      {pair && (
        <ShownOnce
          title={say("keys.once")}
          warning={say("keys.warning")}
          loss="key"
          saved={saved}
          save={setSaved}
          testId="new-pair"
          done={() => setPair(undefined)}
        >
          {(done) => (
            <div className="workfront-buttons">
              <Button
                onClick={() => {
                  download(`${fileNameOf(clientId)}-private-key.pem`, pair.privateKey);
                  done();
                }}
                data-testid="download-private-key"
              >
                {say("keys.download")}
              </Button>
              <CopyButton text={pair.pem} label={say("keys.public")} shown={say("copy.what", { what: say("keys.public") })} testId="copy-new-public-key" />
            </div>
          )}
        </ShownOnce>
      )}
      {publicKeys.length === 0 ? (
        <p data-testid="no-keys">{say("keys.none")}</p>
      ) : (
        <Table
          label={say("keys.title")}
          rows={publicKeys}
          id={({ kid }) => kid}
          testId="key-table"
          columns={[
            {
              title: say("keys.fingerprint"),
              cell: ({ fingerprint, kid }) => (
                <code dir="ltr" className="workfront-fingerprint">
                  {fingerprint ?? kid}
                </code>
              ),
            },
            { title: say("keys.user"), cell: ({ user }) => <bdi>{user ?? say("keys.user.gone")}</bdi> },
            { title: say("keys.addedBy"), cell: ({ addedBy }) => <bdi>{addedBy ?? say("moment.unknown")}</bdi> },
            { title: say("keys.addedAt"), cell: ({ addedAt }) => <Moment at={addedAt} /> },
            {
              title: say("actions"),
              hidden: true,
              cell: (key) => (
                <div className="workfront-buttons">
                  <CopyButton text={key.pem} shown={say("keys.copy")} label={`${say("keys.public")} ${key.kid.slice(0, 8)}`} testId="copy-public-key" />
                  <Button
                    variant="link"
                    isInline
                    isDanger
                    isDisabled={disabled}
                    onClick={() => setUnwanted(key)}
                    data-testid="delete-key"
                  >
                    {say("delete")} <span className="pf-v5-u-screen-reader">{key.kid.slice(0, 8)}</span>
                  </Button>
                </div>
              ),
            },
          ]}
        />
      )}
      {way && <NewKey clientId={clientId} way={way} added={added} close={() => setWay(undefined)} />}
      {unwanted && (
        <Confirmation
          title={say("keys.delete.title")}
          action={say("delete")}
          confirm={() => remove(unwanted)}
          close={() => setUnwanted(undefined)}
          testId="delete-key-dialog"
        >
          {say("keys.delete.text", { user: unwanted.user ?? say("keys.user.gone") })}
        </Confirmation>
      )}
    </Section>
  );
}
