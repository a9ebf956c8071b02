import { Button } from "@patternfly/react-core";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Tagged } from "../api/administration";
import { type Application, hasKeys, titleOf } from "../api/application";
import { type Tab, hashOf } from "../console/route";
import { useSay, useSurroundings } from "../console/surroundings";
import { CredentialsTab } from "../credentials/CredentialsTab";
import { failureOf } from "../elements/failure";
import { Loaded } from "../elements/Loaded";
import { useLoad, useReturn } from "../elements/load";
import { Logo } from "../elements/Logo";
import { Moment } from "../elements/Moment";
import { useMounted } from "../elements/mounted";
import { Nothing } from "../elements/Nothing";
import { Page } from "../elements/Page";
import { Tag } from "../elements/Tag";
import { TypeName } from "../elements/TypeName";
import { GrantsTab } from "../grants/GrantsTab";
import { mayManage } from "../session/administrator";
import { SettingsTab } from "../settings/SettingsTab";
import { TryTab } from "../trial/TryTab";
import { Deletion } from "./Deletion";
import { TabBar } from "./TabBar";

type Shown = { application: Tagged<Application>; customerId: string | null };

/** One application. */
export function DetailsPage({ clientId, tab }: { clientId: string; tab: Tab }) {
  const say = useSay();
  const { realm, administration, administrator, go } = useSurroundings();
  const mounted = useMounted();
  const [deleting, setDeleting] = useState(false);
  const load = useCallback(async (): Promise<Shown> => {
    const application = await administration.read(clientId);
    // The customer ID stands in the list only, and only machine to machine applications need it.
    const customerId = hasKeys(application.document.type) ? (await administration.list()).customerId : null;
    return { application, customerId };
  }, [administration, clientId]);
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
  if (shown.state === "failed" && failureOf(shown.reason) === "missing") {
    return <Unknown clientId={clientId} tab={tab} />;
  }
  return (
    <Page
      // Another tab is another page to keyboard and screen reader.
      key={tab}
      id={`oauth2-application-${tab}`}
      title={application ? titleOf(application) : clientId}
      belowList
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
            isDisabled={!mayManage(administrator)}
            onClick={askToDelete}
            data-testid="delete-application"
          >
            {say("deletion.open")}
          </Button>
        )
      }
      introduction={application && <Facts application={application} />}
      tabs={<TabBar clientId={clientId} current={tab} />}
    >
      <Loaded of={shown} again={again}>
        {(loaded) => (
          <TabContent
            tab={tab}
            {...loaded}
            again={again}
            saved={(saved) => show({ ...loaded, application: saved })}
          />
        )}
      </Loaded>
      {deleting && application && <Deletion application={application} deleted={toList} close={() => setDeleting(false)} />}
    </Page>
  );
}

/** There is no application at this address: a typing error, a deleted one, or a client that is none. */
function Unknown({ clientId, tab }: { clientId: string; tab: Tab }) {
  const say = useSay();
  const { realm } = useSurroundings();
  return (
    <Page id={`oauth2-application-${tab}`} title={clientId} belowList>
      <Nothing title={say("details.unknown.title")} text={say("details.unknown.text", { clientId, realm })} testId="load-failed" alert>
        <Button component="a" href={hashOf({ page: "list", realm })} data-testid="to-list">
          {say("details.unknown.list")}
        </Button>
      </Nothing>
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

type ContentProps = Shown & { tab: Tab; again: () => Promise<void>; saved: (application: Tagged<Application>) => void };

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
