import { Form } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import type { RegisteredApplication } from "../api/registered";
import { useSay, useSurroundings } from "../console/surroundings";
import { Code } from "../elements/Code";
import { Loaded } from "../elements/Loaded";
import { useLoad } from "../elements/load";
import { Section } from "../elements/Section";
import { SwitchOn } from "../realm/SwitchOn";
import { Introspection } from "../trial/Introspection";
import { AnswerField } from "./AnswerField";
import { clientTokenCommand, credentialsIn, isWhole, registerCommand, scopesCommand, tokenIn, validateCommand } from "./commands";
import { Revoked } from "./Revoked";
import { useStatement } from "./statement";

/** The contract, walked as a device would. */
export function TryTab({ application }: { application: RegisteredApplication }) {
  const say = useSay();
  const { administration } = useSurroundings();
  const load = useCallback(() => administration.registered.service(), [administration]);
  const { shown, again } = useLoad(load);
  if (application.revokedAt) {
    return <Revoked />;
  }
  return (
    <Loaded of={shown} again={again}>
      {(service) =>
        service === "on" ? (
          <Section title={say("try.title")} text={say("registered.try.text")} testId="try">
            <Trial application={application} />
          </Section>
        ) : (
          <SwitchOn what="registered.switch" service={service} done={again} />
        )
      }
    </Loaded>
  );
}

function Trial({ application }: { application: RegisteredApplication }) {
  const say = useSay();
  const { mount } = useSurroundings().administration;
  const { shown, again } = useStatement(application);
  const [registered, setRegistered] = useState("");
  const [issued, setIssued] = useState("");
  const credentials = credentialsIn(registered);
  const token = tokenIn(issued);
  return (
    <Loaded of={shown} again={again}>
      {(statement) => (
        <Form onSubmit={(event) => event.preventDefault()} className="workfront-form">
          <ol className="workfront-steps">
            <li>
              <p>{say("registered.try.register")}</p>
              <Code label={say("registered.try.register.label")} text={registerCommand(mount, statement)} testId="register-command" />
              <AnswerField of="registration" value={registered} change={setRegistered} usable={isWhole(credentials)} />
            </li>
            <li>
              <p>{say("registered.try.token")}</p>
              <Code label={say("registered.try.token.label")} text={clientTokenCommand(mount, credentials)} testId="client-token-command" />
              <AnswerField of="token" value={issued} change={setIssued} usable={token !== ""} />
            </li>
            <li>
              <p>{say("registered.try.use")}</p>
              <Introspection label={say("registered.try.use.label")} token={token} testId="introspect-command" />
            </li>
            <li>
              <p>{say("registered.try.own")}</p>
              <Code label={say("registered.try.validate.label")} text={validateCommand(mount, token)} testId="validate-command" />
              <Code label={say("registered.try.scopes.label")} text={scopesCommand(mount, token)} testId="scopes-command" />
            </li>
          </ol>
        </Form>
      )}
    </Loaded>
  );
}
