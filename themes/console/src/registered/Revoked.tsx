import { useSay } from "../console/surroundings";
import { Nothing } from "../elements/Nothing";

/** Stands where a revoked registered application has nothing to offer. */
export function Revoked() {
  const say = useSay();
  return <Nothing title={say("registered.revoked.title")} text={say("registered.revoked.text")} testId="is-revoked" />;
}
