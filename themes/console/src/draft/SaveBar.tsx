import { ActionGroup, Button } from "@patternfly/react-core";
import { useSay } from "../console/surroundings";

type Props = { unsaved: number; wrong: boolean; busy: boolean; revert: () => void };

/** Saves a form or reverts it, and says what there is to save. */
export function SaveBar({ unsaved, wrong, busy, revert }: Props) {
  const say = useSay();
  const nothing = unsaved === 0 || busy;
  return (
    <ActionGroup className="workfront-save">
      <Button type="submit" isAriaDisabled={nothing} isLoading={busy} spinnerAriaValueText={say("loading")} data-testid="save">
        {say("save")}
      </Button>
      <Button variant="link" isAriaDisabled={nothing} onClick={revert} data-testid="revert">
        {say("revert")}
      </Button>
      <span role="status" className="workfront-quiet" data-testid="unsaved">
        {wrong ? say("settings.wrong") : unsaved > 0 && say("settings.unsaved", { count: unsaved })}
      </span>
    </ActionGroup>
  );
}
