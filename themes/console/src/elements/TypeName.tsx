import { type ApplicationType, applicationTypes } from "../api/application";
import { useSay } from "../console/surroundings";

/** What the type is called here; as it is written where it was written by other means, and is none of ours. */
export function TypeName({ type }: { type: ApplicationType }) {
  const say = useSay();
  return <>{applicationTypes.includes(type) ? say(`type.${type}.name`) : type}</>;
}
