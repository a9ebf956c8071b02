import { type Application, hasRedirectUrls, titleOf } from "../api/application";
import { useSay, useSurroundings } from "../console/surroundings";
import { Confirmation } from "../elements/Confirmation";

type Props = { application: Application; deleted: () => void; close: () => void };

/** Deletes an application, once its name was typed. */
export function Deletion({ application, deleted, close }: Props) {
  const say = useSay();
  const { administration, ...tell } = useSurroundings();
  const { clientId, type, activeGrants } = application;
  const name = titleOf(application);
  const remove = async () => {
    try {
      await administration.delete(clientId);
      tell.done(say("deletion.done", { name }));
      deleted();
    } catch (reason) {
      tell.failed(say("deletion.failed", { name }), reason);
      close();
    }
  };
  return (
    <Confirmation
      title={say("deletion.title", { name })}
      action={say("deletion.action")}
      typed={name}
      confirm={remove}
      close={close}
      testId="delete-dialog"
    >
      {activeGrants > 0
        ? say("deletion.text", { count: activeGrants })
        : say(hasRedirectUrls(type) ? "deletion.unused" : "deletion.unused.machine")}
    </Confirmation>
  );
}
