import { Button } from "@patternfly/react-core";
import { useCallback, useEffect, useRef, useState } from "react";
import { type RegisteredApplication, nameOf } from "../api/registered";
import type { Tagged } from "../api/requests";
import { type RegisteredTab, hashOf, registeredTabs } from "../console/route";
import { useSay, useSurroundings } from "../console/surroundings";
import { failureOf } from "../elements/failure";
import { Loaded } from "../elements/Loaded";
import { useLoad, useReturn } from "../elements/load";
import { Moment } from "../elements/Moment";
import { useMounted } from "../elements/mounted";
import { Nothing } from "../elements/Nothing";
import { Page } from "../elements/Page";
import { TabBar } from "../elements/TabBar";
import { Tag } from "../elements/Tag";
import { mayManage } from "../session/administrator";
import { ClientsTab } from "./ClientsTab";
import { Ending } from "./Ending";
import { SettingsTab } from "./SettingsTab";
import { StatementTab } from "./StatementTab";
import { TryTab } from "./TryTab";

/** One registered application. */
export function DetailsPage({ id, tab }: { id: string; tab: RegisteredTab }) {
  const say = useSay();
  const { realm, administration, administrator, go } = useSurroundings();
  const mounted = useMounted();
  const [ending, setEnding] = useState<"revoke" | "delete">();
  const load = useCallback(() => administration.registered.read(id), [administration, id]);
  const { shown, again, refresh, show } = useLoad(load);
  useReturn(refresh);
  // Devices register while this page is open: what is counted above follows from tab to tab.
  const last = useRef(tab);
  useEffect(() => {
    if (last.current !== tab) {
      last.current = tab;
      setEnding(undefined);
      void refresh();
    }
  }, [tab, refresh]);
  const askTo = (what: "revoke" | "delete") => {
    setEnding(what);
    void refresh();
  };
  const ended = async () => {
    if (ending === "revoke") {
      await again();
      setEnding(undefined);
    } else if (mounted.current) {
      go({ page: "registered-list", realm });
    }
  };
  const application = shown.state === "loaded" ? shown.value.document : undefined;
  if (shown.state === "failed" && failureOf(shown.reason) === "missing") {
    return <Unknown id={id} tab={tab} />;
  }
  return (
    <Page
      // Another tab is another page to keyboard and screen reader.
      key={tab}
      id={`registered-application-${tab}`}
      title={application ? nameOf(application) : id}
      below="registered-list"
      beside={
        application?.revokedAt && (
          <Tag colour="orange" testId="revoked">
            {say("registered.revoked")}
          </Tag>
        )
      }
      actions={
        application && (
          <div className="workfront-buttons">
            {!application.revokedAt && (
              <Button variant="secondary" isDanger isDisabled={!mayManage(administrator)} onClick={() => askTo("revoke")} data-testid="revoke">
                {say("registered.revoke")}
              </Button>
            )}
            <Button
              variant="secondary"
              isDanger
              isDisabled={!mayManage(administrator)}
              onClick={() => askTo("delete")}
              data-testid="delete-application"
            >
              {say("delete")}
            </Button>
          </div>
        )
      }
      introduction={application && <Facts application={application} />}
      tabs={
        <TabBar
          label={say("tabs")}
          tabs={registeredTabs}
          current={tab}
          address={(each) => hashOf({ page: "registered-details", realm, id, tab: each })}
          title={(each) => say(`registered.tab.${each}`)}
        />
      }
    >
      <Loaded of={shown} again={again}>
        {(read) => <TabContent tab={tab} read={read} again={again} show={show} />}
      </Loaded>
      {ending && shown.state === "loaded" && (
        <Ending what={ending} read={shown.value} ended={ended} again={again} close={() => setEnding(undefined)} />
      )}
    </Page>
  );
}

function Unknown({ id, tab }: { id: string; tab: RegisteredTab }) {
  const say = useSay();
  const { realm } = useSurroundings();
  return (
    <Page id={`registered-application-${tab}`} title={id} below="registered-list">
      <Nothing title={say("registered.unknown.title")} text={say("registered.unknown.text", { realm, id })} testId="load-failed" alert>
        <Button component="a" href={hashOf({ page: "registered-list", realm })} data-testid="to-list">
          {say("registered.unknown.list")}
        </Button>
      </Nothing>
    </Page>
  );
}

function Facts({ application: { createdAt, createdBy, clients, lastRegistrationAt, revokedAt } }: { application: RegisteredApplication }) {
  const say = useSay();
  return (
    <div className="workfront-facts">
      <span>
        {say("list.created")}: <Moment at={createdAt} />
        {createdBy && ` · ${say("details.createdBy", { user: createdBy })}`}
      </span>
      <span data-testid="client-count">{say("registered.clientCount", { count: clients })}</span>
      <span>
        {say("registered.lastRegistration")}: <Moment at={lastRegistrationAt} />
      </span>
      {revokedAt && (
        <span>
          {say("registered.revoked")}: <Moment at={revokedAt} />
        </span>
      )}
    </div>
  );
}

type ContentProps = {
  tab: RegisteredTab;
  read: Tagged<RegisteredApplication>;
  again: () => Promise<void>;
  show: (now: Tagged<RegisteredApplication>) => void;
};

function TabContent({ tab, read, again, show }: ContentProps) {
  switch (tab) {
    case "settings":
      return <SettingsTab read={read} saved={show} again={again} />;
    case "statement":
      return <StatementTab application={read.document} />;
    case "clients":
      return <ClientsTab application={read.document} changed={again} />;
    case "try":
      return <TryTab application={read.document} />;
  }
}
