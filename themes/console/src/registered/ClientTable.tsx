import { Button } from "@patternfly/react-core";
import type { RegisteredClient } from "../api/registered";
import { useSay } from "../console/surroundings";
import { Moment } from "../elements/Moment";
import { Table } from "../elements/Table";
import { deviceName, deviceSystem } from "./device";

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
          cell: ({ device }) => (
            <span>
              <Said text={deviceSystem(device)} />
              {device.primaryHardwareType && <bdi className="workfront-second workfront-quiet">{device.primaryHardwareType}</bdi>}
            </span>
          ),
        },
        { title: say("registered.registered"), cell: ({ createdAt }) => <Moment at={createdAt} /> },
        { title: say("list.lastUsed"), cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} /> },
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

/** What a device said; it need not say it. */
function Said({ text }: { text: string }) {
  const say = useSay();
  return text === "" ? <span className="workfront-empty">{say("registered.none")}</span> : <bdi>{text}</bdi>;
}
