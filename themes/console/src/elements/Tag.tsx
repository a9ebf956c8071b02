import "@patternfly/react-styles/css/components/Label/label.css";
import type { ReactNode } from "react";

/** A word on a coloured ground. */
export const Tag = ({ colour, children, testId }: { colour?: "blue" | "orange" | "green"; children: ReactNode; testId?: string }) => (
  <span className={`pf-v5-c-label pf-m-compact ${colour ? `pf-m-${colour}` : ""}`} data-testid={testId}>
    <span className="pf-v5-c-label__content">
      <span className="pf-v5-c-label__text">{children}</span>
    </span>
  </span>
);
