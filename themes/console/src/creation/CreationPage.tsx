import { ActionGroup, Button, Form, TextInput } from "@patternfly/react-core";
import { type FormEvent, useRef, useState } from "react";
import { type ApplicationType, hasRedirectUrls, hasSecrets, titleOf } from "../api/application";
import { hashOf } from "../console/route";
import { useHold, useSay, useSurroundings } from "../console/surroundings";
import { keepFresh } from "../credentials/fresh";
import { Field } from "../elements/Field";
import { useFirstProblem } from "../elements/firstProblem";
import { Loaded } from "../elements/Loaded";
import { useMounted } from "../elements/mounted";
import { Nothing } from "../elements/Nothing";
import { Page } from "../elements/Page";
import limits from "../limits.json";
import { useApplications } from "../realm/applications";
import { SwitchOn } from "../realm/SwitchOn";
import { mayManage } from "../session/administrator";
import { goodUrls } from "../settings/draft";
import { RedirectUrls } from "../settings/RedirectUrls";
import { shown } from "../texts/shown";
import { TypeChoice } from "./TypeChoice";

/** Creates an application; a realm that has as many as it may have is told so before anything is typed. */
export function CreationPage() {
  const say = useSay();
  const { administrator, realm } = useSurroundings();
  const { shown, again } = useApplications();
  return (
    <Page id="new-oauth2-application" title={say("creation.title")} introduction={say("creation.introduction")} below="list">
      <Loaded of={shown} again={again}>
        {({ service, list: { count, limit } }) => {
          if (service !== "on") {
            return <SwitchOn service={service} done={again} />;
          }
          return mayManage(administrator) && count < limit ? (
            <CreationForm />
          ) : (
            <Nothing
              title={say("creation.not")}
              text={mayManage(administrator) ? say("list.full", { count: limit }) : say("permission.manage")}
              testId="cannot-create"
            >
              <Button component="a" variant="link" href={hashOf({ page: "list", realm })}>
                {say("list.title")}
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
  const [type, setType] = useState<ApplicationType>();
  const [name, setName] = useState("");
  const [urls, setUrls] = useState<string[]>([""]);
  // The one row that is there to begin with may stay empty.
  const given = urls.length === 1 && urls[0] === "" ? [] : urls;
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const mounted = useMounted();
  const goToFirstProblem = useFirstProblem(form);
  useHold("changes", name !== "" || urls.some((url) => url !== ""));
  const nameProblem =
    name.length > limits.text ? say("settings.problem.long") : tried && shown(name) === "" ? say("settings.problem.name") : undefined;
  const blanks = urls.length === 1 ? "fine" : tried ? "all" : "emptied";
  const typeProblem = tried && !type ? say("creation.problem.type") : undefined;
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!type || shown(name) === "" || name.length > limits.text || (hasRedirectUrls(type) && !goodUrls(given, type))) {
      goToFirstProblem();
      return;
    }
    setBusy(true);
    try {
      const made = await administration.create(type, name.trim(), hasRedirectUrls(type) ? given : []);
      tell.done(say("creation.done", { name: titleOf(made) }));
      if (!mounted.current) {
        return;
      }
      if (made.clientSecret) {
        keepFresh({ realm, clientId: made.clientId, secret: made.clientSecret, saved: false });
      }
      go({ page: "details", realm, clientId: made.clientId, tab: "credentials" });
    } catch (reason) {
      tell.failed(say("creation.failed"), reason);
      setBusy(false);
    }
  };
  return (
    <Form ref={form} onSubmit={(event) => void create(event)} className="workfront-form" noValidate data-testid="creation">
      <TypeChoice type={type} choose={setType} problem={typeProblem} />
      <Field label={say("settings.name")} help={say(type && !hasRedirectUrls(type) ? "creation.name.help.machine" : "creation.name.help")} problem={nameProblem} required>
        {(attributes) => (
          <TextInput {...attributes} value={name} onChange={(_event, value) => setName(value)} data-testid="name" />
        )}
      </Field>
      {type && hasRedirectUrls(type) && (
        <RedirectUrls urls={urls} change={setUrls} disabled={busy} type={type} blanks={blanks} />
      )}
      {type && <p className="workfront-quiet">{say(hasSecrets(type) ? "creation.secret" : "creation.noSecret")}</p>}
      <ActionGroup>
        <Button type="submit" isLoading={busy} spinnerAriaValueText={say("loading")} isDisabled={busy} data-testid="create">
          {say("creation.action")}
        </Button>
        <Button component="a" variant="link" href={hashOf({ page: "list", realm })} data-testid="cancel">
          {say("cancel")}
        </Button>
      </ActionGroup>
    </Form>
  );
}
