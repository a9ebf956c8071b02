import { Button, TextInput } from "@patternfly/react-core";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useSay } from "../console/surroundings";
import { shown } from "../texts/shown";
import { Dialog } from "./Dialog";

type Props = {
  title: string;
  children: ReactNode;
  action: string;
  /** What has to be typed before the action is offered. */
  typed?: string;
  confirm: () => Promise<void> | void;
  close: () => void;
  testId: string;
};

/** As people see it: runs of blanks are one, letters are the same however they are put together, joiners are nothing. */
const spelled = (text: string) => shown(text).replace(/\p{Cf}/gu, "").normalize("NFC").replace(/\s+/g, " ").trim();

/** What is being done cannot be left in the middle; its buttons keep the focus, for which a dialog must have a place. */
const stay = () => undefined;

/** Asks before something that cannot be undone. */
export function Confirmation({ title, children, action, typed, confirm, close, testId }: Props) {
  const say = useSay();
  const field = useId();
  const cancel = useId();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const ready = typed === undefined || spelled(text) === spelled(typed);
  const act = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!ready || busy) {
      return;
    }
    setBusy(true);
    await confirm();
    setBusy(false);
  };
  return (
    <Dialog
      variant="small"
      titleIconVariant="warning"
      titleLabel={say("notice.warning")}
      title={title}
      onClose={busy ? stay : close}
      data-testid={testId}
      // One keystroke too many deletes nothing.
      {...(typed === undefined ? { elementToFocus: `[id="${cancel}"]` } : {})}
      actions={[
        <Button key="act" variant="danger" isDisabled={!ready} isAriaDisabled={busy} isLoading={busy} spinnerAriaValueText={say("loading")} onClick={() => void act()} data-testid="confirm">
          {action}
        </Button>,
        <Button key="cancel" id={cancel} variant="link" isAriaDisabled={busy} onClick={close} data-testid="cancel">
          {say("cancel")}
        </Button>,
      ]}
    >
      {children}
      {typed !== undefined && (
        <form onSubmit={(event) => void act(event)} className="workfront-typed">
          <label htmlFor={field}>
            {say("confirmation.type")} <strong>
              <bdi>{typed}</bdi>
            </strong>
          </label>
          <TextInput id={field} value={text} onChange={(_event, value) => setText(value)} autoComplete="off" dir="auto" data-testid="typed" />
        </form>
      )}
    </Dialog>
  );
}
