import { Button } from "@patternfly/react-core";
import { useCallback, useRef, useState } from "react";
import { type Application, type Grant, hasRedirectUrls, type Part } from "../api/application";
import { useSay, useSurroundings } from "../console/surroundings";
import { Confirmation } from "../elements/Confirmation";
import { Loaded } from "../elements/Loaded";
import { useLoad, useReturn } from "../elements/load";
import { Moment } from "../elements/Moment";
import { Nothing } from "../elements/Nothing";
import { FIRST_PART, nearest, Pages } from "../elements/Pages";
import { Section } from "../elements/Section";
import { Table } from "../elements/Table";
import { mayManage } from "../session/administrator";

/** Who has allowed the application. */
export function GrantsTab({ application, changed }: { application: Application; changed: () => Promise<void> }) {
  const say = useSay();
  const { administration, administrator, ...tell } = useSurroundings();
  const { clientId, type } = application;
  const machine = !hasRedirectUrls(type);
  const wanted = useRef(FIRST_PART);
  const load = useCallback(async () => {
    const page = await administration.grants(clientId, wanted.current);
    const near = nearest(wanted.current, page.total);
    // Others revoke too: the part that was shown may be no more.
    return near.first === page.part.first ? page : administration.grants(clientId, near);
  }, [administration, clientId]);
  const { shown, again, refresh } = useLoad(load);
  useReturn(refresh);
  const [ending, setEnding] = useState<Grant | "all">();
  const disabled = !mayManage(administrator);
  const total = shown.state === "loaded" ? shown.value.total : 0;
  const turn = (to: Part) => {
    wanted.current = to;
    void again();
  };
  const end = async (what: Grant | "all") => {
    try {
      await (what === "all" ? administration.endGrants(clientId) : administration.endGrant(clientId, what.id));
      tell.done(what === "all" ? say("grants.allEnded") : say("grants.ended", { user: nameOf(what) }));
    } catch (reason) {
      tell.failed(say("grants.notEnded"), reason);
    }
    await Promise.all([again(), changed()]);
    setEnding(undefined);
  };
  const nameOf = ({ user }: Grant) => user ?? say("keys.user.gone");
  return (
    <Section
      title={say("grants.title")}
      text={say(machine ? "grants.text.machine" : "grants.text")}
      testId="grants"
      actions={
        total > 0 && (
          <Button variant="danger" isDisabled={disabled} onClick={() => setEnding("all")} data-testid="end-all">
            {say("grants.endAll")}
          </Button>
        )
      }
    >
      {disabled && <p className="workfront-quiet">{say("permission.manage")}</p>}
      <Loaded of={shown} again={again}>
        {(page) =>
          page.grants.length === 0 ? (
            <Nothing title={say("grants.none.title")} text={say(machine ? "grants.none.text.machine" : "grants.none.text")} testId="no-grants" />
          ) : (
            <>
              <Table
                label={say("grants.title")}
                rows={page.grants}
                id={({ id }) => id}
                testId="grant-table"
                columns={[
                  { title: say("grants.user"), cell: (grant) => <bdi>{nameOf(grant)}</bdi> },
                  { title: say(machine ? "grants.begun" : "grants.allowed"), cell: ({ createdAt }) => <Moment at={createdAt} /> },
                  { title: say("list.lastUsed"), cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} /> },
                  { title: say("grants.expires"), cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
                  {
                    title: say("actions"),
                    hidden: true,
                    cell: (grant) => (
                      <Button
                        variant="link"
                        isInline
                        isDanger
                        isDisabled={disabled}
                        onClick={() => setEnding(grant)}
                        data-testid="end-grant"
                      >
                        {say("grants.end")} <span className="pf-v5-u-screen-reader">{nameOf(grant)}</span>
                      </Button>
                    ),
                  },
                ]}
              />
              <Pages part={page.part} total={page.total} turn={turn} testId="grant-pages" />
            </>
          )
        }
      </Loaded>
      {ending && (
        <Confirmation
          title={ending === "all" ? say("grants.endAll.title") : say("grants.end.title", { user: nameOf(ending) })}
          action={ending === "all" ? say("grants.endAll") : say("grants.end")}
          confirm={() => end(ending)}
          close={() => setEnding(undefined)}
          testId="end-grant-dialog"
        >
          {ending === "all"
            ? say(machine ? "grants.endAll.text.machine" : "grants.endAll.text", { count: total })
            : say(machine ? "grants.end.text.machine" : "grants.end.text")}
        </Confirmation>
      )}
    </Section>
  );
}
