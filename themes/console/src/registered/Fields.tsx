import { TextArea, TextInput } from "@patternfly/react-core";
import { useSay } from "../console/surroundings";
import { Field } from "../elements/Field";
import { Ltr } from "../elements/Ltr";
import { type ListField, type RegisteredDraft, type RegisteredField, type RegisteredProblems, listFields } from "./draft";

type Props = {
  draft: RegisteredDraft;
  problems: RegisteredProblems;
  write: (field: RegisteredField, value: string) => void;
  disabled: boolean;
};

/** What administrators write about a registered application. */
export function Fields({ draft, problems, write, disabled }: Props) {
  const say = useSay();
  const problem = (field: RegisteredField) => problems[field] && say(`registered.problem.${problems[field]}`);
  return (
    <>
      <Field label={say("registered.name")} help={say("registered.name.help")} problem={problem("name")} required>
        {(attributes) => (
          <TextInput {...attributes} value={draft.name} onChange={(_event, value) => write("name", value)} isDisabled={disabled} data-testid="name" />
        )}
      </Field>
      <Field label={say("registered.version")} help={say("registered.version.help")} problem={problem("version")}>
        {(attributes) => (
          <TextInput
            {...attributes}
            value={draft.version}
            onChange={(_event, value) => write("version", value)}
            isDisabled={disabled}
            data-testid="version"
          />
        )}
      </Field>
      {listFields.map((field) => (
        <Lines key={field} field={field} text={draft[field]} problem={problem(field)} write={(text) => write(field, text)} disabled={disabled} />
      ))}
    </>
  );
}

type LinesProps = { field: ListField; text: string; problem: string | undefined; write: (text: string) => void; disabled: boolean };

/** A list, one element a line. */
function Lines({ field, text, problem, write, disabled }: LinesProps) {
  const say = useSay();
  return (
    <Field label={say(`registered.${field}`)} help={say(`registered.${field}.help`)} problem={problem}>
      {({ isRequired: _, ...attributes }) => (
        <Ltr>
          <TextArea
            {...attributes}
            value={text}
            onChange={(_event, value) => write(value)}
            isDisabled={disabled}
            rows={2}
            spellCheck={false}
            autoComplete="off"
            resizeOrientation="vertical"
            data-testid={field}
          />
        </Ltr>
      )}
    </Field>
  );
}
