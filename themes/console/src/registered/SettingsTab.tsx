import { Form } from "@patternfly/react-core";
import { type FormEvent, useRef, useState } from "react";
import { type RegisteredApplication, nameOf } from "../api/registered";
import type { Tagged } from "../api/requests";
import { useHold, useSay, useSurroundings } from "../console/surroundings";
import { changesOf } from "../draft/changes";
import { Conflict } from "../draft/Conflict";
import { ReadOnly } from "../draft/ReadOnly";
import { SaveBar } from "../draft/SaveBar";
import { useDraft } from "../draft/useDraft";
import { Copyable } from "../elements/Copyable";
import { failureOf } from "../elements/failure";
import { useFirstProblem } from "../elements/firstProblem";
import { mayManage } from "../session/administrator";
import { draftOf, patchOf, problemsOf } from "./draft";
import { Fields } from "./Fields";

type Props = {
  read: Tagged<RegisteredApplication>;
  saved: (now: Tagged<RegisteredApplication>) => void;
  again: () => Promise<void>;
};

/** The fields of a registered application; of a revoked one, to be looked at. */
export function SettingsTab({ read, saved, again }: Props) {
  const say = useSay();
  const { administration, administrator, ...tell } = useSurroundings();
  const { id, revokedAt } = read.document;
  const { draft, original, changed, theirs, write, save, revert, keepMine, takeTheirs } = useDraft(read, {
    draftOf,
    read: () => administration.registered.read(id),
    change: (tag, before, after) => administration.registered.change(id, tag, patchOf(before, after)),
    saved,
  });
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const goToFirstProblem = useFirstProblem(form);
  const problems = problemsOf(draft);
  const wrong = Object.keys(problems).length > 0;
  const because = revokedAt ? say("registered.revoked.text") : mayManage(administrator) ? undefined : say("permission.manage");
  useHold("changes", changed.length > 0);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong) {
      goToFirstProblem();
    }
    if (wrong || changed.length === 0 || because || busy) {
      return;
    }
    setBusy(true);
    try {
      const now = await save();
      if (now) {
        tell.done(say("settings.saved", { name: nameOf(now.document) }));
      }
    } catch (reason) {
      tell.failed(say("registered.notSaved"), reason);
      if (failureOf(reason) === "missing") {
        await again();
      }
    }
    setBusy(false);
  };
  const keep = (now: Tagged<RegisteredApplication>) => {
    // What is left to do.
    form.current?.querySelector<HTMLElement>('[data-testid="save"]')?.focus();
    keepMine(now);
  };
  return (
    <Form ref={form} onSubmit={(event) => void submit(event)} className="workfront-form" noValidate data-testid="registered-settings">
      {because && <ReadOnly because={because} />}
      {theirs && (
        <Conflict
          theirs={changesOf(original, draftOf(theirs.document)).map((field) => ({
            field,
            label: say(`registered.${field}`),
            value: draftOf(theirs.document)[field].replaceAll("\n", ", ") || say("conflict.empty"),
          }))}
          keepMine={() => keep(theirs)}
          takeTheirs={() => takeTheirs(theirs)}
        />
      )}
      <Copyable label={say("registered.id")} value={id} testId="software-id" />
      <Fields draft={draft} problems={problems} write={write} disabled={because !== undefined} />
      {!because && <SaveBar unsaved={changed.length} wrong={wrong} busy={busy} revert={revert} />}
    </Form>
  );
}
