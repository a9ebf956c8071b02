import { Button } from "@patternfly/react-core";
import { hashOf } from "../console/route";
import { useSay, useSurroundings } from "../console/surroundings";
import { Loaded } from "../elements/Loaded";
import { useReturn } from "../elements/load";
import { Nothing } from "../elements/Nothing";
import { Page } from "../elements/Page";
import { Pages } from "../elements/Pages";
import { SwitchOn } from "../realm/SwitchOn";
import { mayManage } from "../session/administrator";
import { ListTable } from "./ListTable";
import { useRegistration } from "./registration";

/** The realm's registered applications. Where devices may not register, they are still there to be looked at and revoked. */
export function ListPage() {
  const say = useSay();
  const { shown, again, refresh, turn } = useRegistration();
  useReturn(refresh);
  const on = shown.state === "loaded" && shown.value.service === "on";
  const some = shown.state === "loaded" && shown.value.list.total > 0;
  return (
    <Page
      id="registered-applications"
      title={say("registered.title")}
      introduction={say("registered.introduction")}
      actions={on && some && <CreateButton />}
    >
      <Loaded of={shown} again={again}>
        {({ service, list }) => (
          <>
            {service !== "on" && <SwitchOn what="registered.switch" service={service} done={again} />}
            {list.total > 0 ? (
              <>
                <ListTable applications={list.rows} />
                <Pages part={list.part} total={list.total} turn={turn} testId="registered-pages" />
              </>
            ) : (
              service === "on" && (
                <Nothing title={say("registered.empty.title")} text={say("registered.empty.text")} testId="no-registered">
                  <CreateButton />
                </Nothing>
              )
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Leads to the creation of one; when it cannot, it says why. */
function CreateButton() {
  const say = useSay();
  const { administrator, realm } = useSurroundings();
  if (mayManage(administrator)) {
    return (
      <Button component="a" href={hashOf({ page: "registered-creation", realm })} data-testid="create">
        {say("registered.create")}
      </Button>
    );
  }
  return (
    <div className="workfront-reasoned">
      <Button isAriaDisabled aria-describedby="workfront-create-reason" data-testid="create">
        {say("registered.create")}
      </Button>
      <span id="workfront-create-reason" className="workfront-quiet" data-testid="create-reason">
        {say("permission.manage")}
      </span>
    </div>
  );
}
