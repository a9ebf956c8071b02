import { TextInput } from "@patternfly/react-core";
import { useSay } from "../console/surroundings";
import { Field } from "../elements/Field";
import { Ltr } from "../elements/Ltr";
import type { Draft, Problems } from "./draft";

/** The fields while they are written. */
export type Written = {
  draft: Draft;
  problems: Problems;
  write: <F extends keyof Draft>(field: F, value: Draft[F]) => void;
  disabled: boolean;
};

type Props = Written & {
  field: "name" | "developerName" | "developerEmail" | "appDescriptionUrl" | "privacyPolicyUrl";
  input?: "text" | "email" | "url";
  help?: string | undefined;
  required?: boolean;
};

/** A field of one line. */
export function TextField({ draft, problems, write, disabled, field, input = "text", help, required = false }: Props) {
  const say = useSay();
  const problem = problems[field];
  return (
    <Field label={say(`settings.${field}`)} help={help} problem={problem && say(`settings.problem.${problem}`)} required={required}>
      {(attributes) => {
        const control = (
          <TextInput
            {...attributes}
            type={input}
            value={draft[field]}
            onChange={(_event, value) => write(field, value)}
            isDisabled={disabled}
            data-testid={field}
          />
        );
        return input === "text" ? control : <Ltr>{control}</Ltr>;
      }}
    </Field>
  );
}
