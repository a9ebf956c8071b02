import { TextInput } from "@patternfly/react-core";
import { useSay } from "../console/surroundings";
import { Field } from "../elements/Field";

/** The client secret for the commands: it stays on the page. */
export function SecretField({ secret, change }: { secret: string; change: (secret: string) => void }) {
  const say = useSay();
  return (
    <Field label={say("clientSecret")} help={say("try.secret.help")}>
      {({ isRequired: _, ...attributes }) => (
        <TextInput
          {...attributes}
          type="password"
          autoComplete="off"
          value={secret}
          onChange={(_event, value) => change(value)}
          dir="ltr"
          data-testid="try-secret"
        />
      )}
    </Field>
  );
}
