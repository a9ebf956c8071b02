import { FormSection, TextArea } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { type ApplicationType, hasKeys } from "../api/application";
import { useSay } from "../console/surroundings";
import { Copyable } from "../elements/Copyable";
import { Field } from "../elements/Field";
import { TextField, type Written } from "./TextField";

type Props = Written & {
  clientId: string;
  customerId: string | null;
  type: ApplicationType;
  /** Its logo. */
  children: ReactNode;
};

/** What the application is called, and what programs call it. */
export function General({ clientId, customerId, type, children, ...written }: Props) {
  const say = useSay();
  const { draft, problems, write, disabled } = written;
  return (
    <FormSection title={say("settings.general")} titleElement="h2">
      <Copyable label={say("clientId")} value={clientId} testId="client-id" />
      {hasKeys(type) && customerId && <Copyable label={say("customerId")} value={customerId} testId="customer-id" />}
      {children}
      <TextField {...written} field="name" required />
      <Field
        label={say("settings.description")}
        help={say("settings.description.help")}
        problem={problems.description && say(`settings.problem.${problems.description}`)}
      >
        {(attributes) => (
          <TextArea
            {...attributes}
            value={draft.description}
            onChange={(_event, value) => write("description", value)}
            isDisabled={disabled}
            resizeOrientation="vertical"
            data-testid="description"
          />
        )}
      </Field>
    </FormSection>
  );
}
