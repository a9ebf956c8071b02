import { type RegisteredApplication, nameOf } from "../api/registered";
import { hashOf } from "../console/route";
import { useSay, useSurroundings } from "../console/surroundings";
import { Moment } from "../elements/Moment";
import { type Column, Table } from "../elements/Table";
import { Tag } from "../elements/Tag";

export function ListTable({ applications }: { applications: RegisteredApplication[] }) {
  const say = useSay();
  const { realm, texts } = useSurroundings();
  const columns: Column<RegisteredApplication>[] = [
    {
      title: say("registered.name"),
      main: true,
      cell: (application) => (
        <span className="workfront-facts">
          <a href={hashOf({ page: "registered-details", realm, id: application.id, tab: "settings" })}>
            <bdi>{nameOf(application)}</bdi>
          </a>
          {application.revokedAt && (
            <Tag colour="orange" testId="revoked">
              {say("registered.revoked")}
            </Tag>
          )}
        </span>
      ),
    },
    {
      title: say("registered.version"),
      cell: ({ version }) => (version === null ? <span className="workfront-empty">{say("registered.none")}</span> : <bdi>{version}</bdi>),
    },
    {
      title: say("registered.platforms"),
      cell: ({ platforms }) =>
        platforms.length === 0 ? <span className="workfront-empty">{say("registered.none")}</span> : <bdi>{platforms.join(", ")}</bdi>,
    },
    {
      title: say("registered.clients"),
      cell: (application) => (
        <a href={hashOf({ page: "registered-details", realm, id: application.id, tab: "clients" })}>
          <span aria-hidden>{new Intl.NumberFormat(texts.locale).format(application.clients)}</span>
          <span className="pf-v5-u-screen-reader">
            {say("registered.clientsOf", { count: application.clients, name: nameOf(application) })}
          </span>
        </a>
      ),
    },
    { title: say("registered.lastRegistration"), cell: ({ lastRegistrationAt }) => <Moment at={lastRegistrationAt} /> },
    { title: say("list.created"), cell: ({ createdAt }) => <Moment at={createdAt} /> },
  ];
  return <Table label={say("registered.title")} columns={columns} rows={applications} id={({ id }) => id} testId="registered" />;
}
