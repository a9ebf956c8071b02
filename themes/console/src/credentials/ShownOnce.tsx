import { Alert, Button, Checkbox } from "@patternfly/react-core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useHold, useSay } from "../console/surroundings";

type Props = {
  title: string;
  warning: string;
  /** What there is to save; it calls back when it was copied or downloaded. */
  children: (saved: () => void) => ReactNode;
  done: () => void;
  testId: string;
};

/** Something that is shown once: it holds the administrator back until it is saved. */
export function ShownOnce({ title, warning, children, done, testId }: Props) {
  const say = useSay();
  const [saved, setSaved] = useState(false);
  useHold("secret", !saved);
  // It may appear far from the button that was pressed.
  const all = useRef<HTMLDivElement>(null);
  useEffect(() => all.current?.focus(), []);
  return (
    <div ref={all} tabIndex={-1} role="group" aria-label={title} className="workfront-shown" data-testid="shown-once">
      <Alert isInline variant="warning" variantLabel={say("notice.warning")} title={title} data-testid={testId} component="h3" className="workfront-once">
        <p>{warning}</p>
        {children(() => setSaved(true))}
        <div className="workfront-buttons">
          <Checkbox
            id={`workfront-${testId}-saved`}
            label={say("once.saved")}
            isChecked={saved}
            onChange={(_event, checked) => setSaved(checked)}
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
