import { Button } from "@patternfly/react-core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Tagged } from "../api/requests";
import { type Application, hasKeys, titleOf } from "../api/application";
import { type Tab, hashOf, tabs } from "../console/route";
import { SurroundingsProvider, useSay, useSurroundings } from "../console/surroundings";
import { CredentialsTab } from "../credentials/CredentialsTab";
import { failureOf } from "../elements/failure";
import { Loaded } from "../elements/Loaded";
import { useLoad, useReturn } from "../elements/load";
import { Logo } from "../elements/Logo";
import { Moment } from "../elements/Moment";
import { useMounted } from "../elements/mounted";
import { Nothing } from "../elements/Nothing";
import { Page } from "../elements/Page";
import { TabBar } from "../elements/TabBar";
import { Tag } from "../elements/Tag";
import { TypeName } from "../elements/TypeName";
import { GrantsTab } from "../grants/GrantsTab";
import { SwitchOn } from "../realm/SwitchOn";
import { managing, mayManage } from "../session/administrator";
import { SettingsTab } from "../settings/SettingsTab";
import { TryTab } from "../trial/TryTab";
import { Deletion } from "./Deletion";

type Shown = { application: Tagged<Application>; customerId: string | null; manages: boolean };

/** One application. */
export function DetailsPage({ clientId, tab }: { clientId: string; tab: Tab }) {
  const say = useSay();
  const surroundings = useSurroundings();
  const { realm, administration, administrator, go } = surroundings;
  const mounted = useMounted();
  const [deleting, setDeleting] = useState(false);
  const load = useCallback(async (): Promise<Shown> => {
    const [application, manages] = await Promise.all([
      administration.read(clientId),
      mayManage(administrator) || administration.manages(clientId),
    ]);
    // The customer ID stands in the list only, and only machine to machine applications need it.
    const customerId = hasKeys(application.document.type) ? (await administration.list()).customerId : null;
    return { application, customerId, manages };
  }, [administration, administrator, clientId]);
  const { shown, again, refresh, show } = useLoad(load);
  useReturn(refresh);
  // What was done on one tab is counted above the next.
  const last = useRef(tab);
  useEffect(() => {
    if (last.current !== tab) {
      last.current = tab;
      setDeleting(false);
      void refresh();
    }
  }, [tab, refresh]);
  const askToDelete = () => {
    setDeleting(true);
    void refresh();
  };
  // Whoever has gone to another tab of it meanwhile has nothing left there either; who is elsewhere stays there.
  const toList = () => mounted.current && go({ page: "list", realm });
  const application = shown.state === "loaded" ? shown.value.application.document : undefined;
  const manages = shown.state === "loaded" && shown.value.manages;
  const allowed = useMemo(
    () => (manages ? { ...surroundings, administrator: managing(surroundings.administrator) } : surroundings),
    [surroundings, manages],
  );
  if (shown.state === "failed" && failureOf(shown.reason) === "missing") {
    return <Unknown clientId={clientId} tab={tab} again={again} />;
  }
  return (
    <Page
      // Another tab is another page to keyboard and screen reader.
      key={tab}
      id={`oauth2-application-${tab}`}
      title={application ? titleOf(application) : clientId}
      below="list"
      beside={
        application && (
          <Tag colour="blue">
            <TypeName type={application.type} />
          </Tag>
        )
      }
      actions={
        application && (
          <Button
            variant="secondary"
            isDanger
            isDisabled={!manages}
            onClick={askToDelete}
            data-testid="delete-application"
          >
            {say("deletion.open")}
          </Button>
        )
      }
      introduction={application && <Facts application={application} />}
      tabs={
        <TabBar
          label={say("tabs")}
          tabs={tabs}
          current={tab}
          address={(each) => hashOf({ page: "details", realm, clientId, tab: each })}
          title={(each) => say(`tab.${each}`)}
        />
      }
    >
      <Loaded of={shown} again={again}>
        {(loaded) => (
          <SurroundingsProvider value={allowed}>
            <TabContent
              tab={tab}
              {...loaded}
              again={again}
              saved={(saved) => show({ ...loaded, application: saved })}
            />
          </SurroundingsProvider>
        )}
      </Loaded>
      {deleting && application && <Deletion application={application} deleted={toList} close={() => setDeleting(false)} />}
    </Page>
  );
}

/** There is no application at this address: a typing error, a deleted one, a client that is none, or none are served. */
function Unknown({ clientId, tab, again }: { clientId: string; tab: Tab; again: () => Promise<void> }) {
  const say = useSay();
  const { realm, administration, administrator } = useSurroundings();
  const load = useCallback(() => administration.service(administrator), [administration, administrator]);
  const { shown, again: askAgain } = useLoad(load);
  return (
    <Page id={`oauth2-application-${tab}`} title={clientId} below="list">
      <Loaded of={shown} again={askAgain}>
        {(service) =>
          service === "on" ? (
            <Nothing title={say("details.unknown.title")} text={say("details.unknown.text", { clientId, realm })} testId="load-failed" alert>
              <Button component="a" href={hashOf({ page: "list", realm })} data-testid="to-list">
                {say("details.unknown.list")}
              </Button>
            </Nothing>
          ) : (
            <SwitchOn service={service} done={again} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Facts({ application }: { application: Application }) {
  const say = useSay();
  const { createdAt, createdBy, lastUsedAt, activeGrants, logoUrl } = application;
  return (
    <div className="workfront-facts">
      <Logo url={logoUrl} name={titleOf(application)} />
      <span>
        {say("list.created")}: <Moment at={createdAt} without="unknown" />
        {createdBy && ` · ${say("details.createdBy", { user: createdBy })}`}
      </span>
      <span>
        {say("list.lastUsed")}: <Moment at={lastUsedAt} />
      </span>
      <span>{activeGrants === 0 ? say("grants.none.title") : say("details.grants", { count: activeGrants })}</span>
    </div>
  );
}

type ContentProps = Omit<Shown, "manages"> & { tab: Tab; again: () => Promise<void>; saved: (application: Tagged<Application>) => void };

function TabContent({ tab, application, customerId, again, saved }: ContentProps) {
  switch (tab) {
    case "settings":
      return <SettingsTab application={application} customerId={customerId} again={again} saved={saved} />;
    case "credentials":
      return <CredentialsTab application={application.document} again={again} />;
    case "try":
      return <TryTab application={application.document} customerId={customerId} />;
    case "grants":
      return <GrantsTab application={application.document} changed={again} />;
  }
}
