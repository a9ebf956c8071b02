import { type Application, hasRedirectUrls, titleOf } from "../api/application";
import { useSay, useSurroundings } from "../console/surroundings";
import { Confirmation } from "../elements/Confirmation";
import { useMounted } from "../elements/mounted";

/** Deletes an application, once its name was typed. */
export function Deletion({ application, close }: { application: Application; close: () => void }) {
  const say = useSay();
  const { realm, administration, go, ...tell } = useSurroundings();
  const { clientId, type, activeGrants } = application;
  const name = titleOf(application);
  const mounted = useMounted();
  const remove = async () => {
    try {
      await administration.delete(clientId);
      tell.done(say("deletion.done", { name }));
      if (mounted.current) {
        go({ page: "list", realm });
      }
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
