import { FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import { type ReactNode, useId } from "react";

type Props = {
  label: string;
  help?: ReactNode;
  /** What is wrong with the value; takes the place of the help. */
  problem?: string | undefined;
  required?: boolean;
  children: (attributes: {
    id: string;
    "aria-describedby": string;
    "aria-invalid": boolean;
    validated: "error" | "default";
    isRequired: boolean;
  }) => ReactNode;
};

/** A labelled field of a form. */
export function Field({ label, help, problem, required = false, children }: Props) {
  const id = useId();
  return (
    <FormGroup label={label} fieldId={id} isRequired={required}>
      {children({
        id,
        "aria-describedby": `${id}-help`,
        "aria-invalid": problem !== undefined,
        validated: problem === undefined ? "default" : "error",
        isRequired: required,
      })}
      <FormHelperText>
        <HelperText id={`${id}-help`} isLiveRegion>
          {(problem ?? help) && (
            <HelperTextItem variant={problem === undefined ? "default" : "error"}>{problem ?? help}</HelperTextItem>
          )}
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
}
