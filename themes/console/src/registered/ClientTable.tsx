import { Button } from "@patternfly/react-core";
import type { Device, RegisteredClient } from "../api/registered";
import { useSay } from "../console/surroundings";
import { Moment } from "../elements/Moment";
import { Table } from "../elements/Table";
import { deviceKind, deviceName, deviceSystem } from "./device";

type Props = { clients: RegisteredClient[]; disabled: boolean; remove: (client: RegisteredClient) => void };

export function ClientTable({ clients, disabled, remove }: Props) {
  const say = useSay();
  return (
    <Table
      label={say("registered.clients")}
      rows={clients}
      id={({ clientId }) => clientId}
      testId="client-table"
      columns={[
        {
          title: say("registered.device"),
          main: true,
          cell: ({ clientId, device }) => (
            <span>
              <bdi>{deviceName(device) || say("registered.device.unknown")}</bdi>
              <span className="workfront-client-id">
                <bdi dir="ltr">{clientId}</bdi>
              </span>
            </span>
          ),
        },
        {
          title: say("registered.system"),
          cell: ({ device }) => <System of={device} />,
        },
        { title: say("registered.registered"), cell: ({ createdAt }) => <Moment at={createdAt} /> },
        { title: say("list.lastUsed"), cell: ({ lastUsedAt }) => <Moment at={lastUsedAt ?? null} /> },
        {
          title: say("actions"),
          hidden: true,
          cell: (client) => (
            <Button variant="link" isInline isDanger isDisabled={disabled} onClick={() => remove(client)} data-testid="delete-client">
              {say("delete")} <span className="pf-v5-u-screen-reader">{client.clientId}</span>
            </Button>
          ),
        },
      ]}
    />
  );
}

/** What a device runs and what kind of thing it is; it need say neither. */
function System({ of }: { of: Device }) {
  const say = useSay();
  const system = deviceSystem(of);
  const kind = deviceKind(of);
  if (system === "" && kind === "") {
    return <span className="workfront-empty">{say("registered.system.unknown")}</span>;
  }
  return (
    <span>
      {system !== "" && <bdi>{system}</bdi>}
      {kind !== "" && <bdi className="workfront-second workfront-quiet">{kind}</bdi>}
    </span>
  );
}
