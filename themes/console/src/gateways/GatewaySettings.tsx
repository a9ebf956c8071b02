import { Checkbox, Form, Switch, TextArea, TextInput } from "@patternfly/react-core";
import { type FormEvent, useRef, useState } from "react";
import type { Settings } from "../api/application";
import type { Tagged } from "../api/requests";
import { useHold, useSay, useSurroundings } from "../console/surroundings";
import { changesOf } from "../draft/changes";
import { Conflict } from "../draft/Conflict";
import { SaveBar } from "../draft/SaveBar";
import { useDraft } from "../draft/useDraft";
import { Field } from "../elements/Field";
import { useFirstProblem } from "../elements/firstProblem";
import { Ltr } from "../elements/Ltr";
import { changesToSend, draftOf, problemsOf } from "./draft";

/** Who may ask, and how it is answered. */
export function GatewaySettings({ read, saved }: { read: Tagged<Settings>; saved: (now: Tagged<Settings>) => void }) {
  const say = useSay();
  const { administration, ...tell } = useSurroundings();
  const { draft, original, changed, theirs, write, save, revert, keepMine, takeTheirs } = useDraft(read, {
    draftOf,
    read: () => administration.settings(),
    change: (tag, before, after) => administration.changeSettings(tag, changesToSend(before, after)),
    saved,
  });
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const goToFirstProblem = useFirstProblem(form);
  const problems = problemsOf(draft);
  const wrong = Object.keys(problems).length > 0;
  useHold("changes", changed.length > 0);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong) {
      goToFirstProblem();
    }
    if (wrong || changed.length === 0 || busy) {
      return;
    }
    setBusy(true);
    try {
      if (await save()) {
        tell.done(say("gateways.saved"));
      }
    } catch (reason) {
      tell.failed(say("gateways.notSaved"), reason);
    }
    setBusy(false);
  };
  return (
    <Form ref={form} onSubmit={(event) => void submit(event)} className="workfront-form" noValidate data-testid="gateway-settings">
      {theirs && (
        <Conflict
          theirs={changesOf(original, draftOf(theirs.document)).map((field) => ({
            field,
            label: say(`gateways.${field}`),
            value: String(draftOf(theirs.document)[field]).replaceAll("\n", ", ") || say("conflict.empty"),
          }))}
          keepMine={() => keepMine(theirs)}
          takeTheirs={() => takeTheirs(theirs)}
        />
      )}
      <Field
        label={say("gateways.verifyAddresses")}
        help={say(read.document.verifyHasSecret ? "gateways.verifyAddresses.help.secret" : "gateways.verifyAddresses.help")}
        problem={problems.verifyAddresses && say(`gateways.problem.${problems.verifyAddresses}`)}
      >
        {({ isRequired: _, ...attributes }) => (
          <Ltr>
            <TextArea
              {...attributes}
              value={draft.verifyAddresses}
              onChange={(_event, value) => write("verifyAddresses", value)}
              isDisabled={draft.nobody}
              rows={3}
              spellCheck={false}
              autoComplete="off"
              resizeOrientation="vertical"
              data-testid="verifyAddresses"
            />
          </Ltr>
        )}
      </Field>
      <Checkbox
        id="workfront-nobody"
        label={say("gateways.nobody")}
        isChecked={draft.nobody}
        onChange={(_event, checked) => write("nobody", checked)}
        data-testid="nobody"
      />
      <Field
        label={say("gateways.verifyCacheSeconds")}
        help={say("gateways.verifyCacheSeconds.help")}
        problem={problems.verifyCacheSeconds && say(`gateways.problem.${problems.verifyCacheSeconds}`)}
      >
        {(attributes) => (
          <TextInput
            {...attributes}
            type="number"
            min={0}
            max={60}
            step={1}
            value={draft.verifyCacheSeconds}
            onChange={(_event, value) => write("verifyCacheSeconds", value)}
            data-testid="verifyCacheSeconds"
          />
        )}
      </Field>
      <div className="workfront-switch">
        <Switch
          id="workfront-sessionIdInQuery"
          label={say("gateways.sessionIdInQuery")}
          isChecked={draft.sessionIdInQuery}
          onChange={(_event, value) => write("sessionIdInQuery", value)}
          aria-describedby="workfront-sessionIdInQuery-help"
          data-testid="sessionIdInQuery"
        />
        <p id="workfront-sessionIdInQuery-help" className="workfront-quiet">
          {say("gateways.sessionIdInQuery.help")}
        </p>
      </div>
      <SaveBar unsaved={changed.length} wrong={wrong} busy={busy} revert={revert} />
    </Form>
  );
}
