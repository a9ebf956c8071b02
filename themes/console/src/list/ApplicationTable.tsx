import type { Application } from "../api/application";
import { hashOf } from "../console/route";
import { useSay, useSurroundings } from "../console/surroundings";
import { Logo } from "../elements/Logo";
import { Moment } from "../elements/Moment";
import { type Column, Table } from "../elements/Table";

export function ApplicationTable({ applications }: { applications: Application[] }) {
  const say = useSay();
  const { realm, texts } = useSurroundings();
  const byName = [...applications].sort((a, b) => a.name.localeCompare(b.name, texts.locale));
  const columns: Column<Application>[] = [
    {
      title: say("list.name"),
      main: true,
      cell: ({ clientId, name, logoUrl }) => (
        <span className="workfront-named">
          <Logo url={logoUrl} name={name} />
          <span>
            <a href={hashOf({ page: "details", realm, clientId, tab: "settings" })}>
              <bdi>{name}</bdi>
            </a>
            <span className="workfront-client-id">
              <bdi dir="ltr">{clientId}</bdi>
            </span>
          </span>
        </span>
      ),
    },
    { title: say("list.type"), cell: ({ type }) => say(`type.${type}.name`) },
    { title: say("list.created"), cell: ({ createdAt }) => <Moment at={createdAt} without="unknown" /> },
    { title: say("list.lastUsed"), cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} /> },
    {
      title: say("list.grants"),
      cell: ({ clientId, activeGrants, name }) => (
        <a href={hashOf({ page: "details", realm, clientId, tab: "grants" })}>
          <span aria-hidden>{new Intl.NumberFormat(texts.locale).format(activeGrants)}</span>
          <span className="pf-v5-u-screen-reader">{say("list.grantsOf", { count: activeGrants, name })}</span>
        </a>
      ),
    },
  ];
  return <Table label={say("list.title")} columns={columns} rows={byName} id={({ clientId }) => clientId} testId="applications" />;
}
