import { Alert, Button, Checkbox } from "@patternfly/react-core";
import { type ReactNode, useEffect, useRef } from "react";
import type { Loss } from "../console/leaving";
import { useHold, useSay } from "../console/surroundings";

type Props = {
  title: string;
  warning: string;
  /** What would be lost. */
  loss: Loss;
  saved: boolean;
  save: (saved: boolean) => void;
  /** What there is to save; it calls back when it was copied or downloaded. */
  children: (saved: () => void) => ReactNode;
  done: () => void;
  testId: string;
};

/** Something that is shown once: it holds the administrator back until it is saved. */
export function ShownOnce({ title, warning, loss, saved, save, children, done, testId }: Props) {
  const say = useSay();
  useHold(loss, !saved);
  // It may appear far from the button that was pressed.
  const all = useRef<HTMLDivElement>(null);
  useEffect(() => all.current?.focus(), []);
  return (
    <div ref={all} tabIndex={-1} role="group" aria-label={title} className="workfront-shown" data-testid="shown-once">
      <Alert isInline variant="warning" variantLabel={say("notice.warning")} title={title} data-testid={testId} component="h3" className="workfront-once">
        <p>{warning}</p>
        {children(() => save(true))}
        <div className="workfront-buttons">
          <Checkbox
            id={`workfront-${testId}-saved`}
            label={say("once.saved")}
            isChecked={saved}
            onChange={(_event, checked) => save(checked)}
            data-testid="secret-saved"
          />
          <Button variant="secondary" isDisabled={!saved} onClick={done} data-testid="secret-done">
            {say("once.done")}
          </Button>
        </div>
      </Alert>
    </div>
  );
}
