import { TextArea } from "@patternfly/react-core";
import { useSay } from "../console/surroundings";
import { Field } from "../elements/Field";
import { Ltr } from "../elements/Ltr";

/** Takes what a command has printed: it stays on the page. */
export function PasteField({ value, change, testId }: { value: string; change: (value: string) => void; testId: string }) {
  const say = useSay();
  return (
    <Field label={say("try.answer")} help={say("try.answer.help")}>
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
