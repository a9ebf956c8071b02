import { Button } from "@patternfly/react-core";
import { type Tab, hashOf } from "../console/route";
import { useSay, useSurroundings } from "../console/surroundings";

/** Leads to the tab where what is missing can be added. */
export function ToTab({ clientId, tab }: { clientId: string; tab: Tab }) {
  const say = useSay();
  const { realm } = useSurroundings();
  return (
    <Button component="a" href={hashOf({ page: "details", realm, clientId, tab })} data-testid="to-tab">
      {say(`tab.${tab}`)}
    </Button>
  );
}
