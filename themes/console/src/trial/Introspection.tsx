import { TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { useSay, useSurroundings } from "../console/surroundings";
import { Code } from "../elements/Code";
import { Field } from "../elements/Field";
import { SecretField } from "./SecretField";
import { introspectCommand } from "./commands";

type Props = { label: string; token: string; testId: string };

/** What an API asks about a token, with a client of its own: its ID and secret stay on the page. */
export function Introspection({ label, token, testId }: Props) {
  const say = useSay();
  const { mount } = useSurroundings().administration;
  const [id, setId] = useState("");
  const [secret, setSecret] = useState("");
  return (
    <>
      <Field label={say("try.api.id")} help={say("try.use.api")}>
        {({ isRequired: _, ...attributes }) => (
          <TextInput
            {...attributes}
            autoComplete="off"
            spellCheck={false}
            value={id}
            onChange={(_event, value) => setId(value)}
            dir="ltr"
            data-testid="try-api-id"
          />
        )}
      </Field>
      <SecretField label={say("try.api.secret")} secret={secret} change={setSecret} testId="try-api-secret" />
      <Code label={label} text={introspectCommand(mount, token, { id: id.trim(), secret: secret.trim() })} testId={testId} />
    </>
  );
}
