import { Button, Form, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import type { Application } from "../api/application";
import { useSay, useSurroundings } from "../console/surroundings";
import { freshOf } from "../credentials/fresh";
import { Code } from "../elements/Code";
import { Field } from "../elements/Field";
import { Ltr } from "../elements/Ltr";
import { Nothing } from "../elements/Nothing";
import { type Challenge, newChallenge, newState } from "../session/pkce";
import { SecretField } from "./SecretField";
import { ToTab } from "./ToTab";
import { UseSteps } from "./UseSteps";
import { type Trial, authorizeLink, codeIn, errorIn, refreshCommand, tokenCommand } from "./commands";

/** From the login to the logout of a user. What is typed here stays in this page. */
export function BrowserTrial({ application }: { application: Application }) {
  const say = useSay();
  const { realm, administration } = useSurroundings();
  const urls = application.redirectUrls ?? [];
  const single = application.type === "single-page";
  const [redirectUrl, setRedirectUrl] = useState(urls[0] ?? "");
  const [secret, setSecret] = useState(() => freshOf(realm, application.clientId)?.secret ?? "");
  const [code, setCode] = useState("");
  const [state] = useState(newState);
  const [pkce, setPkce] = useState<Challenge>();
  useEffect(() => {
    if (single) {
      void newChallenge().then(setPkce);
    }
  }, [single]);
  const error = errorIn(code);
  if (urls.length === 0) {
    return (
      <Nothing title={say("try.noRedirect.title")} text={say("try.noRedirect.text")} testId="no-redirect">
        <ToTab clientId={application.clientId} tab="settings" />
      </Nothing>
    );
  }
  if (single && !pkce) {
    return null;
  }
  const trial: Trial = { mount: administration.mount, application, redirectUrl, state, pkce, secret, code: codeIn(code) };
  return (
    <Form onSubmit={(event) => event.preventDefault()} className="workfront-form">
      <Field label={say("try.redirect")}>
        {({ isRequired: _, ...attributes }) => (
          <Ltr>
            <FormSelect
              {...attributes}
              value={redirectUrl}
              onChange={(_event, value) => setRedirectUrl(value)}
              data-testid="try-redirect"
            >
              {urls.map((url) => (
                <FormSelectOption key={url} value={url} label={url} />
              ))}
            </FormSelect>
          </Ltr>
        )}
      </Field>
      <ol className="workfront-steps">
        <li>
          <p>{say("try.step.authorize")}</p>
          <Code label={say("try.link")} text={authorizeLink(trial)} testId="authorize-link" />
          <Button component="a" variant="secondary" href={authorizeLink(trial)} target="_blank" rel="noopener" data-testid="open-link">
            {say("try.open")}
          </Button>
        </li>
        <li>
          <p>{say("try.step.code")}</p>
          <Field label={say("try.code")} help={say("try.code.help")} problem={error ? say("try.code.denied", { error }) : undefined}>
            {({ isRequired: _, ...attributes }) => (
              <TextInput {...attributes} value={code} onChange={(_event, value) => setCode(value)} dir="ltr" data-testid="try-code" />
            )}
          </Field>
          {!single && <SecretField label={say("clientSecret")} secret={secret} change={setSecret} testId="try-secret" />}
        </li>
        <li>
          <p>{say("try.step.token")}</p>
          <Code label={say("try.token")} text={tokenCommand(trial)} testId="token-command" />
        </li>
        <UseSteps lastStep={say("try.step.logout")}>
          {(answer) => (
            <li>
              <p>{say(application.rotateRefreshTokens ? "try.step.refresh.rotating" : "try.step.refresh")}</p>
              <Code label={say("try.refresh")} text={refreshCommand(trial, answer)} testId="refresh-command" />
            </li>
          )}
        </UseSteps>
      </ol>
    </Form>
  );
}
