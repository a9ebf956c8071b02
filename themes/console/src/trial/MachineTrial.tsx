import { Button, Form, FormSelect, FormSelectOption } from "@patternfly/react-core";
import { useState } from "react";
import type { Application } from "../api/application";
import { useSay, useSurroundings } from "../console/surroundings";
import { freshOf } from "../credentials/fresh";
import { Code } from "../elements/Code";
import { download, fileNameOf } from "../elements/download";
import { Field } from "../elements/Field";
import { Nothing } from "../elements/Nothing";
import { SecretField } from "./SecretField";
import { ToTab } from "./ToTab";
import { UseSteps } from "./UseSteps";
import { exchangeScript, quoted } from "./commands";

/** A script that signs and exchanges, in the name of a user to whom a key belongs. */
export function MachineTrial({ application, customerId }: { application: Application; customerId: string | null }) {
  const say = useSay();
  const { realm, administration } = useSurroundings();
  const owners = [
    ...new Map(application.publicKeys.flatMap(({ subject, user }) => (subject ? [[subject, user ?? subject]] : []))),
  ] as [string, string][];
  const [chosen, setChosen] = useState("");
  const [secret, setSecret] = useState(() => freshOf(realm, application.clientId)?.secret ?? "");
  const subject = chosen || owners[0]?.[0];
  if (!subject || !customerId) {
    return (
      <Nothing title={say("try.noKey.title")} text={say("try.noKey.text")} testId="no-key">
        <ToTab clientId={application.clientId} tab="credentials" />
      </Nothing>
    );
  }
  const script = exchangeScript(administration.mount, application.clientId, customerId, subject);
  const name = `exchange-${fileNameOf(application.clientId)}.sh`;
  return (
    <Form onSubmit={(event) => event.preventDefault()} className="workfront-form">
      <Field label={say("try.subject")} help={say("try.subject.help")}>
        {({ isRequired: _, ...attributes }) => (
          <FormSelect {...attributes} value={subject} onChange={(_event, value) => setChosen(value)} data-testid="try-subject">
            {owners.map(([wid, user]) => (
              <FormSelectOption key={wid} value={wid} label={user} />
            ))}
          </FormSelect>
        )}
      </Field>
      <ol className="workfront-steps">
        <li>
          <p>{say("try.step.script")}</p>
          <Code label={name} text={script} testId="exchange-script" />
          <Button variant="secondary" onClick={() => download(name, script)} data-testid="download-script">
            {say("try.download")}
          </Button>
        </li>
        <li>
          <p>{say("try.step.run")}</p>
          <SecretField label={say("clientSecret")} secret={secret} change={setSecret} testId="try-secret" />
          <Code
            label={say("try.run")}
            text={`CLIENT_SECRET=${quoted(secret || "PASTE-THE-SECRET-HERE")} bash ${quoted(name)} ${quoted(`${fileNameOf(application.clientId)}-private-key.pem`)}`}
            testId="run-command"
          />
        </li>
        <UseSteps lastStep={say("try.step.logout.machine")} />
      </ol>
    </Form>
  );
}
