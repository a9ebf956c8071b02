import { TextArea } from "@patternfly/react-core";
import { Field } from "../elements/Field";
import { Ltr } from "../elements/Ltr";

type Props = {
  label: string;
  value: string;
  change: (value: string) => void;
  help: string;
  /** Why it cannot be used. */
  problem?: string | undefined;
  testId: string;
};

/** Takes what a command has printed: it stays on the page. */
export function PasteField({ label, value, change, help, problem, testId }: Props) {
  return (
    <Field label={label} help={help} problem={problem}>
      {({ isRequired: _, ...attributes }) => (
        <Ltr>
          <TextArea
            {...attributes}
            value={value}
            onChange={(_event, text) => change(text)}
            rows={2}
            className="workfront-pem"
            autoComplete="off"
            spellCheck={false}
            resizeOrientation="vertical"
            data-testid={testId}
          />
        </Ltr>
      )}
    </Field>
  );
}
