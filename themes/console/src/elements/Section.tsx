import { type ReactNode, useId } from "react";

type Props = { title: string; text?: ReactNode; actions?: ReactNode; testId?: string; children: ReactNode };

/** A part of a page, with a heading of its own. */
export function Section({ title, text, actions, testId, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="workfront-section" data-testid={testId}>
      <div className="workfront-title">
        <h2 id={id} className="pf-v5-c-title pf-m-lg">
          {title}
        </h2>
        {actions && <div className="workfront-actions">{actions}</div>}
      </div>
      {text && <p className="workfront-quiet">{text}</p>}
      {children}
    </section>
  );
}
