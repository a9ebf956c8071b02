import { type RegisteredApplication, type RegisteredClient, nameOf } from "../api/registered";
import { useSay, useSurroundings } from "../console/surroundings";
import { Confirmation } from "../elements/Confirmation";

type Props = {
  application: RegisteredApplication;
  what: RegisteredClient | "all";
  deleted: () => Promise<void>;
  close: () => void;
};

/** Deletes one client, or all of them once the application's name was typed. */
export function ClientDeletion({ application, what, deleted, close }: Props) {
  const say = useSay();
  const { administration, ...tell } = useSurroundings();
  const { id, clients } = application;
  const all = what === "all";
  const remove = async () => {
    try {
      await (all ? administration.registered.deleteClients(id) : administration.registered.deleteClient(id, what.clientId));
      tell.done(say(all ? "registered.clients.allDeleted" : "registered.clients.deleted"));
    } catch (reason) {
      tell.failed(say("registered.clients.notDeleted"), reason);
    }
    await deleted();
  };
  return (
    <Confirmation
      title={say(all ? "registered.clients.deleteAll.title" : "registered.clients.delete.title")}
      action={say(all ? "registered.clients.deleteAll" : "delete")}
      {...(all ? { typed: nameOf(application) } : {})}
      confirm={remove}
      close={close}
      testId="delete-client-dialog"
    >
      {all
        ? say("registered.clients.deleteAll.text", { count: clients })
        : say("registered.clients.delete.text", { clientId: what.clientId })}
    </Confirmation>
  );
}
