import { type Application, titleOf } from "../api/application";
import { hashOf } from "../console/route";
import { useSay, useSurroundings } from "../console/surroundings";
import { Logo } from "../elements/Logo";
import { Moment } from "../elements/Moment";
import { type Column, Table } from "../elements/Table";
import { TypeName } from "../elements/TypeName";

export function ApplicationTable({ applications }: { applications: Application[] }) {
  const say = useSay();
  const { realm, texts } = useSurroundings();
  const byName = [...applications].sort((a, b) => titleOf(a).localeCompare(titleOf(b), texts.locale));
  const columns: Column<Application>[] = [
    {
      title: say("list.name"),
      main: true,
      cell: (application) => (
        <span className="workfront-named">
          <Logo url={application.logoUrl} name={titleOf(application)} />
          <span>
            <a href={hashOf({ page: "details", realm, clientId: application.clientId, tab: "settings" })}>
              <bdi>{titleOf(application)}</bdi>
            </a>
            <span className="workfront-client-id">
              <bdi dir="ltr">{application.clientId}</bdi>
            </span>
          </span>
        </span>
      ),
    },
    { title: say("list.type"), cell: ({ type }) => <TypeName type={type} /> },
    { title: say("list.created"), cell: ({ createdAt }) => <Moment at={createdAt} without="unknown" /> },
    { title: say("list.lastUsed"), cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} /> },
    {
      title: say("list.grants"),
      cell: (application) => (
        <a href={hashOf({ page: "details", realm, clientId: application.clientId, tab: "grants" })}>
          <span aria-hidden>{new Intl.NumberFormat(texts.locale).format(application.activeGrants)}</span>
          <span className="pf-v5-u-screen-reader">{say("list.grantsOf", { count: application.activeGrants, name: titleOf(application) })}</span>
        </a>
      ),
    },
  ];
  return <Table label={say("list.title")} columns={columns} rows={byName} id={({ clientId }) => clientId} testId="applications" />;
}
