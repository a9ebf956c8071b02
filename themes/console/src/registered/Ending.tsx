import { type RegisteredApplication, nameOf } from "../api/registered";
import type { Tagged } from "../api/requests";
import { useSay, useSurroundings } from "../console/surroundings";
import { Confirmation } from "../elements/Confirmation";

type Props = {
  what: "revoke" | "delete";
  read: Tagged<RegisteredApplication>;
  ended: () => Promise<void>;
  again: () => Promise<void>;
  close: () => void;
};

/** Revokes or deletes a registered application, once its name was typed. */
export function Ending({ what, read, ended, again, close }: Props) {
  const say = useSay();
  const { administration, ...tell } = useSurroundings();
  const { id, clients } = read.document;
  const name = nameOf(read.document);
  const end = async () => {
    try {
      await administration.registered[what](id, read.tag);
      tell.done(say(`registered.${what}.done`, { name }));
      await ended();
    } catch (reason) {
      tell.failed(say(`registered.${what}.failed`, { name }), reason);
      close();
      await again();
    }
  };
  return (
    <Confirmation
      title={say(`registered.${what}.title`, { name })}
      action={say(what === "revoke" ? "registered.revoke" : "delete")}
      typed={name}
      confirm={end}
      close={close}
      testId={`${what}-dialog`}
    >
      {say(`registered.${what}.text`, { count: clients })}
    </Confirmation>
  );
}
