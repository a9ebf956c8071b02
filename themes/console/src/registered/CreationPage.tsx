import { ActionGroup, Button, Form } from "@patternfly/react-core";
import { type FormEvent, useCallback, useRef, useState } from "react";
import { nameOf } from "../api/registered";
import { hashOf } from "../console/route";
import { useHold, useSay, useSurroundings } from "../console/surroundings";
import { changesOf } from "../draft/changes";
import { useFirstProblem } from "../elements/firstProblem";
import { Loaded } from "../elements/Loaded";
import { useLoad } from "../elements/load";
import { useMounted } from "../elements/mounted";
import { Nothing } from "../elements/Nothing";
import { Page } from "../elements/Page";
import { SwitchOn } from "../realm/SwitchOn";
import { mayManage } from "../session/administrator";
import { fieldsOf, fresh, problemsOf } from "./draft";
import { Fields } from "./Fields";

/** Creates a registered application, where devices may register. */
export function CreationPage() {
  const say = useSay();
  const { administration, administrator, realm } = useSurroundings();
  const load = useCallback(() => administration.registered.service(), [administration]);
  const { shown, again } = useLoad(load);
  return (
    <Page id="new-registered-application" title={say("registered.create")} introduction={say("registered.creation.introduction")} below="registered-list">
      <Loaded of={shown} again={again}>
        {(service) => {
          if (service !== "on") {
            return <SwitchOn what="registered.switch" service={service} done={again} />;
          }
          return mayManage(administrator) ? (
            <CreationForm />
          ) : (
            <Nothing title={say("registered.creation.not")} text={say("permission.manage")} testId="cannot-create">
              <Button component="a" variant="link" href={hashOf({ page: "registered-list", realm })}>
                {say("registered.title")}
              </Button>
            </Nothing>
          );
        }}
      </Loaded>
    </Page>
  );
}

function CreationForm() {
  const say = useSay();
  const { administration, realm, go, ...tell } = useSurroundings();
  const [draft, setDraft] = useState(fresh);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const mounted = useMounted();
  const goToFirstProblem = useFirstProblem(form);
  useHold("changes", changesOf(fresh, draft).length > 0);
  const problems = problemsOf(draft);
  // That there is no name yet is not wrong before it is created.
  const told = tried || problems.name !== "name" ? problems : { ...problems, name: undefined };
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length > 0) {
      goToFirstProblem();
      return;
    }
    setBusy(true);
    try {
      const made = await administration.registered.create(fieldsOf(draft));
      tell.done(say("creation.done", { name: nameOf(made) }));
      if (mounted.current) {
        go({ page: "registered-details", realm, id: made.id, tab: "statement" });
      }
    } catch (reason) {
      tell.failed(say("registered.creation.failed"), reason);
      setBusy(false);
    }
  };
  return (
    <Form ref={form} onSubmit={(event) => void create(event)} className="workfront-form" noValidate data-testid="registered-creation">
      <Fields draft={draft} problems={told} write={(field, value) => setDraft((before) => ({ ...before, [field]: value }))} disabled={busy} />
      <ActionGroup>
        <Button type="submit" isLoading={busy} spinnerAriaValueText={say("loading")} isDisabled={busy} data-testid="create">
          {say("creation.action")}
        </Button>
        <Button component="a" variant="link" href={hashOf({ page: "registered-list", realm })} data-testid="cancel">
          {say("cancel")}
        </Button>
      </ActionGroup>
    </Form>
  );
}
