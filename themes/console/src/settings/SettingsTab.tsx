import { ActionGroup, Alert, Button, Form, FormSection, TextArea, TextInput } from "@patternfly/react-core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Tagged } from "../api/requests";
import { type Application, hasKeys, hasRedirectUrls, titleOf } from "../api/application";
import { Refusal } from "../api/refusal";
import { useHold, useSay, useSurroundings } from "../console/surroundings";
import { Copyable } from "../elements/Copyable";
import { Field } from "../elements/Field";
import { failureOf } from "../elements/failure";
import { useFirstProblem } from "../elements/firstProblem";
import { Ltr } from "../elements/Ltr";
import { mayManage } from "../session/administrator";
import { Conflict } from "./Conflict";
import { type Draft, changedFields, clashes, draftOf, patchOf, problemsOf } from "./draft";
import { LogoField } from "./LogoField";
import { RedirectUrls } from "./RedirectUrls";
import { RefreshTokens } from "./RefreshTokens";
import { Toggle } from "./Toggle";

type Props = {
  application: Tagged<Application>;
  customerId: string | null;
  saved: (application: Tagged<Application>) => void;
  again: () => Promise<void>;
};

const keepsItsOwn = new Set<keyof Draft>(["redirectUrls", "absoluteExpirationSeconds", "inactiveExpirationSeconds"]);

/** The fields of an application. Only what was changed is saved, and only on what was read. */
export function SettingsTab({ application, customerId, saved, again }: Props) {
  const say = useSay();
  const { administration, administrator, ...tell } = useSurroundings();
  const { type, clientId } = application.document;
  const [base, setBase] = useState(application);
  const [draft, setDraft] = useState(() => draftOf(application.document));
  const current = useRef(draft);
  current.current = draft;
  // Fields that keep what is typed in a state of their own begin anew with this number.
  const [edition, setEdition] = useState(0);
  const [theirs, setTheirs] = useState<Tagged<Application>>();
  const [busy, setBusy] = useState(false);
  // A picture that was chosen is saved with the rest, and reverted with it.
  const [storeLogo, setStoreLogo] = useState<() => Promise<void>>();
  const [logoEdition, setLogoEdition] = useState(0);
  const original = draftOf(base.document);
  const changed = changedFields(original, draft);
  const problems = problemsOf(original, draft, type);
  const wrong = Object.keys(problems).length > 0;
  // A row that was just added is not wrong before it is saved.
  const [tried, setTried] = useState(false);
  const told = wrong && (tried || Object.keys(problems).length > 1 || problems.redirectUrls !== "blank");
  const form = useRef<HTMLFormElement>(null);
  const goToFirstProblem = useFirstProblem(form);
  const disabled = !mayManage(administrator);
  const unsaved = changed.length + (storeLogo ? 1 : 0);
  useHold("changes", unsaved > 0);
  useEffect(() => {
    // It was read anew: where nothing was changed here, that is what there is to change.
    if (unsaved === 0 && application.tag !== base.tag) {
      begin(application);
    }
  }, [application]);

  const begin = (from: Tagged<Application>, next = draftOf(from.document)) => {
    setBase(from);
    setDraft(next);
    setTheirs(undefined);
    setTried(false);
    // The field that has the focus keeps it where nothing becomes another.
    if (changedFields(current.current, next).some((field) => keepsItsOwn.has(field))) {
      setEdition((before) => before + 1);
    }
  };
  /** What was typed while the answer was on its way stays. */
  const settle = (now: Tagged<Application>) => {
    const later = changedFields(draft, current.current);
    if (later.length === 0) {
      begin(now);
    } else {
      setBase(now);
      setDraft({ ...draftOf(now.document), ...Object.fromEntries(later.map((field) => [field, current.current[field]])) });
    }
  };
  const write = <F extends keyof Draft>(field: F, value: Draft[F]) => setDraft((before) => ({ ...before, [field]: value }));

  /** The tag changes with keys and secrets too: only another's change of a field is a conflict, and then nothing is sent. */
  const send = async (on: Tagged<Application>): Promise<Tagged<Application> | undefined> => {
    if (on.tag !== undefined) {
      try {
        return await administration.change(clientId, on.tag, patchOf(original, draft));
      } catch (reason) {
        if (!(reason instanceof Refusal && reason.status === 412)) {
          throw reason;
        }
      }
    }
    const now = await administration.read(clientId);
    if (clashes(on.document, now.document).length > 0) {
      setTheirs(now);
      return undefined;
    }
    return administration.change(clientId, now.tag, patchOf(original, draft));
  };
  const saveFields = async (): Promise<boolean> => {
    const now = await send(base);
    if (now) {
      settle(now);
      saved(now);
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
    const rebased = { ...draftOf(now.document), ...Object.fromEntries(changed.map((field) => [field, draft[field]])) };
    begin(now, rebased);
    saved(now);
  };
  const revert = () => {
    begin(application);
    setEdition((before) => before + 1);
    setLogoEdition((before) => before + 1);
  };
  const takeTheirs = (now: Tagged<Application>) => {
    begin(now);
    saved(now);
  };

  // Users are never asked about an application that runs without them.
  const helpFor = (field: "developerName" | "developerEmail" | "appDescriptionUrl" | "privacyPolicyUrl") =>
    hasRedirectUrls(type) || field === "appDescriptionUrl"
      ? say(`settings.${field}.help`)
      : say(`settings.${field}.help.machine`);
  const text = (field: "name" | "developerName" | "developerEmail" | "appDescriptionUrl" | "privacyPolicyUrl", input: "text" | "email" | "url" = "text") => (
    <Field
      label={say(`settings.${field}`)}
      help={field === "name" ? undefined : helpFor(field)}
      problem={problems[field] && say(`settings.problem.${problems[field]}`)}
      required={field === "name"}
    >
      {(attributes) => {
        const control = (
          <TextInput
            {...attributes}
            type={input}
            value={draft[field]}
            onChange={(_event, value) => write(field, value)}
            isDisabled={disabled}
            data-testid={field}
          />
        );
        return input === "text" ? control : <Ltr>{control}</Ltr>;
      }}
    </Field>
  );

  return (
    <Form ref={form} onSubmit={(event) => void save(event)} className="workfront-form" noValidate data-testid="settings">
      {disabled && <Alert isInline isPlain variant="info" variantLabel={say("notice.information")} component="p" title={say("permission.manage")} data-testid="read-only" />}
      {theirs && (
        <Conflict base={base.document} theirs={theirs.document} keepMine={() => keepMine(theirs)} takeTheirs={() => takeTheirs(theirs)} />
      )}
      <FormSection title={say("settings.general")} titleElement="h2">
        <Copyable label={say("clientId")} value={clientId} testId="client-id" />
        {hasKeys(type) && customerId && <Copyable label={say("customerId")} value={customerId} testId="customer-id" />}
        <LogoField key={`logo ${logoEdition}`} application={application.document} disabled={disabled} changed={again} chose={setStoreLogo} />
        {text("name")}
        <Field
          label={say("settings.description")}
          help={say("settings.description.help")}
          problem={problems.description && say(`settings.problem.${problems.description}`)}
        >
          {(attributes) => (
            <TextArea
              {...attributes}
              value={draft.description}
              onChange={(_event, value) => write("description", value)}
              isDisabled={disabled}
              resizeOrientation="vertical"
              data-testid="description"
            />
          )}
        </Field>
      </FormSection>
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
          <RefreshTokens
            edition={edition}
            draft={draft}
            original={original}
            problems={problems}
            write={write}
            disabled={disabled}
          />
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
      <FormSection title={say("settings.about")} titleElement="h2">
        {text("developerName")}
        {text("developerEmail", "email")}
        {text("privacyPolicyUrl", "url")}
        {text("appDescriptionUrl", "url")}
      </FormSection>
      {!disabled && (
        <ActionGroup className="workfront-save">
          <Button type="submit" isAriaDisabled={unsaved === 0 || busy} isLoading={busy} spinnerAriaValueText={say("loading")} data-testid="save">
            {say("save")}
          </Button>
          <Button variant="link" isAriaDisabled={unsaved === 0 || busy} onClick={revert} data-testid="revert">
            {say("revert")}
          </Button>
          <span role="status" className="workfront-quiet" data-testid="unsaved">
            {told ? say("settings.wrong") : unsaved > 0 && say("settings.unsaved", { count: unsaved })}
          </span>
        </ActionGroup>
      )}
    </Form>
  );
}
