import { Alert, Button } from "@patternfly/react-core";
import type { ApplicationList } from "../api/application";
import { hashOf } from "../console/route";
import { useSay, useSurroundings } from "../console/surroundings";
import { Loaded } from "../elements/Loaded";
import { useReturn } from "../elements/load";
import { Nothing } from "../elements/Nothing";
import { Page } from "../elements/Page";
import { Tag } from "../elements/Tag";
import { useApplications } from "../realm/applications";
import { SwitchOn } from "../realm/SwitchOn";
import { mayConfigure, mayManage } from "../session/administrator";
import { ApplicationTable } from "./ApplicationTable";

/** The realm's applications. */
export function ApplicationsPage() {
  const say = useSay();
  const { shown, again, refresh } = useApplications();
  useReturn(refresh);
  const loaded = shown.state === "loaded" && shown.value.service === "on" ? shown.value.list : undefined;
  return (
    <Page
      id="oauth2-applications"
      title={say("list.title")}
      beside={
        loaded && (
          <Tag colour={loaded.count < loaded.limit ? "blue" : "orange"} testId="places">
            {say("list.places", { taken: loaded.count, limit: loaded.limit })}
          </Tag>
        )
      }
      introduction={say("list.introduction")}
      actions={
        loaded && (
          <div className="workfront-buttons">
            <GatewaysLink />
            {loaded.count > 0 && <CreateButton list={loaded} />}
          </div>
        )
      }
    >
      <Loaded of={shown} again={again}>
        {({ service, list, widIgnored }) => {
          if (service !== "on") {
            return <SwitchOn service={service} done={again} />;
          }
          return (
            <>
              {widIgnored && <WidIgnored />}
              {list.count === 0 ? <NoApplications list={list} /> : <VisibleApplications list={list} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Nothing is broken, but somebody should mend the user profile. */
function WidIgnored() {
  const say = useSay();
  return (
    <Alert
      isInline
      variant="warning"
      variantLabel={say("notice.warning")}
      component="h2"
      title={say("wid.ignored.title")}
      className="workfront-warning"
      data-testid="wid-ignored"
    >
      {say("wid.ignored.text")}
    </Alert>
  );
}

/** Who may see single applications only is told that there are more. */
function VisibleApplications({ list: { count, applications } }: { list: ApplicationList }) {
  const say = useSay();
  const hidden = count - applications.length;
  if (applications.length === 0) {
    return <Nothing title={say("failure.forbidden.title")} text={say("list.hidden", { count: hidden })} testId="all-hidden" />;
  }
  return (
    <>
      <ApplicationTable applications={applications} />
      {hidden > 0 && (
        <p className="workfront-quiet" data-testid="hidden">
          {say("list.hidden", { count: hidden })}
        </p>
      )}
    </>
  );
}

const NoApplications = ({ list }: { list: ApplicationList }) => {
  const say = useSay();
  return (
    <Nothing title={say("list.empty.title")} text={say("list.empty.text", { count: list.limit })} testId="no-applications">
      <CreateButton list={list} />
    </Nothing>
  );
};

/** For whoever may change the realm's settings. */
function GatewaysLink() {
  const say = useSay();
  const { administrator, realm } = useSurroundings();
  return mayConfigure(administrator) ? (
    <Button component="a" variant="link" href={hashOf({ page: "gateways", realm })} data-testid="to-gateways">
      {say("gateways.title")}
    </Button>
  ) : null;
}

/** Leads to the creation of an application; when it cannot, it says why. */
function CreateButton({ list }: { list: ApplicationList }) {
  const say = useSay();
  const { administrator, realm } = useSurroundings();
  const reason = !mayManage(administrator)
    ? say("permission.manage")
    : list.count >= list.limit
      ? say("list.full", { count: list.limit })
      : undefined;
  if (!reason) {
    return (
      <Button component="a" href={hashOf({ page: "creation", realm })} data-testid="create">
        {say("list.create")}
      </Button>
    );
  }
  return (
    <div className="workfront-reasoned">
      <Button isAriaDisabled aria-describedby="workfront-create-reason" data-testid="create">
        {say("list.create")}
      </Button>
      <span id="workfront-create-reason" className="workfront-quiet" data-testid="create-reason">
        {reason}
      </span>
    </div>
  );
}
