import { TextInput } from "@patternfly/react-core";
import { useSay } from "../console/surroundings";
import { Field } from "../elements/Field";

type Props = { label: string; secret: string; change: (secret: string) => void; testId: string };

/** A client secret for the commands: it stays on the page. */
export function SecretField({ label, secret, change, testId }: Props) {
  const say = useSay();
  return (
    <Field label={label} help={say("try.secret.help")}>
      {({ isRequired: _, ...attributes }) => (
        <TextInput
          {...attributes}
          type="password"
          autoComplete="off"
          value={secret}
          onChange={(_event, value) => change(value)}
          dir="ltr"
          data-testid={testId}
        />
      )}
    </Field>
  );
}
