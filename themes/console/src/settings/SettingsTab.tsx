import { Form, FormSection } from "@patternfly/react-core";
import { type FormEvent, useRef, useState } from "react";
import { type Application, hasRedirectUrls, titleOf } from "../api/application";
import type { Tagged } from "../api/requests";
import { useHold, useSay, useSurroundings } from "../console/surroundings";
import { Conflict } from "../draft/Conflict";
import { ReadOnly } from "../draft/ReadOnly";
import { SaveBar } from "../draft/SaveBar";
import { useDraft } from "../draft/useDraft";
import { failureOf } from "../elements/failure";
import { useFirstProblem } from "../elements/firstProblem";
import { mayManage } from "../session/administrator";
import { About } from "./About";
import { type Draft, draftOf, patchOf, problemsOf } from "./draft";
import { General } from "./General";
import { LogoField } from "./LogoField";
import { RedirectUrls } from "./RedirectUrls";
import { RefreshTokens } from "./RefreshTokens";
import { theirFields } from "./theirFields";
import { Toggle } from "./Toggle";

type Props = {
  application: Tagged<Application>;
  customerId: string | null;
  saved: (application: Tagged<Application>) => void;
  again: () => Promise<void>;
};

const keepsItsOwn = new Set<keyof Draft>(["redirectUrls", "absoluteExpirationSeconds", "inactiveExpirationSeconds"]);

/** The fields of an application. */
export function SettingsTab({ application, customerId, saved, again }: Props) {
  const say = useSay();
  const { administration, administrator, texts, ...tell } = useSurroundings();
  const { type, clientId } = application.document;
  const [busy, setBusy] = useState(false);
  // A picture that was chosen is saved with the rest, and reverted with it.
  const [storeLogo, setStoreLogo] = useState<() => Promise<void>>();
  const [logoEdition, setLogoEdition] = useState(0);
  // A row that was just added is not wrong before it is saved.
  const [tried, setTried] = useState(false);
  const { base, draft, original, changed, theirs, edition, write, ...fields } = useDraft(application, {
    draftOf,
    read: () => administration.read(clientId),
    change: (tag, before, after) => administration.change(clientId, tag, patchOf(before, after)),
    saved,
    begun: () => setTried(false),
    alone: !storeLogo,
    keepsItsOwn,
  });
  const problems = problemsOf(original, draft, type);
  const wrong = Object.keys(problems).length > 0;
  const told = wrong && (tried || Object.keys(problems).length > 1 || problems.redirectUrls !== "blank");
  const form = useRef<HTMLFormElement>(null);
  const goToFirstProblem = useFirstProblem(form);
  const disabled = !mayManage(administrator);
  const unsaved = changed.length + (storeLogo ? 1 : 0);
  useHold("changes", unsaved > 0);

  const saveFields = async (): Promise<boolean> => {
    const now = await fields.save();
    if (now) {
      tell.done(say("settings.saved", { name: titleOf(now.document) }));
    }
    return now !== undefined;
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong) {
      setTried(true);
      goToFirstProblem();
    }
    if (wrong || unsaved === 0 || disabled || busy) {
      return;
    }
    setBusy(true);
    try {
      if (changed.length === 0 || (await saveFields())) {
        await storeLogo?.();
      }
    } catch (reason) {
      tell.failed(say("settings.notSaved"), reason);
      if (failureOf(reason) === "missing") {
        await again();
      }
    }
    setBusy(false);
  };
  const keepMine = (now: Tagged<Application>) => {
    // What is left to do.
    form.current?.querySelector<HTMLElement>('[data-testid="save"]')?.focus();
    fields.keepMine(now);
  };
  const revert = () => {
    fields.revert();
    setLogoEdition((before) => before + 1);
  };
  const written = { draft, problems, write, disabled };

  return (
    <Form ref={form} onSubmit={(event) => void save(event)} className="workfront-form" noValidate data-testid="settings">
      {disabled && <ReadOnly because={say("permission.manage")} />}
      {theirs && (
        <Conflict
          theirs={theirFields(base.document, theirs.document, texts)}
          keepMine={() => keepMine(theirs)}
          takeTheirs={() => fields.takeTheirs(theirs)}
        />
      )}
      <General {...written} clientId={clientId} customerId={customerId} type={type}>
        <LogoField key={`logo ${logoEdition}`} application={application.document} disabled={disabled} changed={again} chose={setStoreLogo} />
      </General>
      {hasRedirectUrls(type) && (
        <>
          <FormSection title={say("settings.redirects")} titleElement="h2">
            <RedirectUrls
              key={edition}
              urls={draft.redirectUrls}
              change={(urls) => write("redirectUrls", urls)}
              disabled={disabled}
              type={type}
              blanks={tried ? "all" : "emptied"}
              lacking={problems.redirectUrls === "none"}
            />
          </FormSection>
          <RefreshTokens {...written} edition={edition} original={original} />
        </>
      )}
      <FormSection title={say("settings.answers")} titleElement="h2">
        <Toggle
          field="standardResponses"
          on={draft.standardResponses}
          turn={(on) => write("standardResponses", on)}
          disabled={disabled}
        />
      </FormSection>
      <About {...written} type={type} />
      {!disabled && <SaveBar unsaved={unsaved} wrong={told} busy={busy} revert={revert} />}
    </Form>
  );
}
