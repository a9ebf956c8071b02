import { useId } from "react";
import { CopyButton } from "./CopyButton";

/** Text for a terminal: always from left to right. */
export function Code({ label, text, testId }: { label: string; text: string; testId: string }) {
  const title = useId();
  return (
    <figure className="workfront-code" aria-labelledby={title}>
      <figcaption>
        <bdi id={title}>{label}</bdi>
        <CopyButton text={text} label={label} testId={`${testId}-copy`} />
      </figcaption>
      <pre dir="ltr" tabIndex={0} aria-labelledby={title} role="group" data-testid={testId}>
        {text}
      </pre>
    </figure>
  );
}
