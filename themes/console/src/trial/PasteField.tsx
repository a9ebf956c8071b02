import { TextArea } from "@patternfly/react-core";
import { useSay } from "../console/surroundings";
import { Field } from "../elements/Field";
import { Ltr } from "../elements/Ltr";

type Props = { value: string; change: (value: string) => void; help: string; testId: string };

/** Takes what a command has printed: it stays on the page. */
export function PasteField({ value, change, help, testId }: Props) {
  const say = useSay();
  return (
    <Field label={say("try.answer")} help={help}>
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
