import { Alert } from "@patternfly/react-core";
import { useSay } from "../console/surroundings";

/** Why everything in a form is disabled. */
export function ReadOnly({ because }: { because: string }) {
  const say = useSay();
  return (
    <Alert
      isInline
      isPlain
      variant="info"
      variantLabel={say("notice.information")}
      component="p"
      title={because}
      data-testid="read-only"
    />
  );
}
