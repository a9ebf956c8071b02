import { useId } from "react";
import { CopyButton } from "./CopyButton";

type Props = { label: string; value: string; copied?: () => void; testId: string };

/** A value to be taken elsewhere, with a button that copies it. */
export function Copyable({ label, value, copied, testId }: Props) {
  const field = useId();
  return (
    <div className="workfront-copyable">
      <label htmlFor={field} className="pf-v5-c-form__label-text">
        {label}
      </label>
      <div className="workfront-copyable-row">
        <span className="pf-v5-c-form-control pf-m-readonly">
          <input id={field} readOnly value={value} dir="ltr" onFocus={(event) => event.target.select()} data-testid={testId} />
        </span>
        <CopyButton text={value} label={label} testId={`${testId}-copy`} {...(copied ? { copied } : {})} />
      </div>
    </div>
  );
}
