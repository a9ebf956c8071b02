import { useCallback } from "react";
import { useSay, useSurroundings } from "../console/surroundings";
import { Loaded } from "../elements/Loaded";
import { useLoad, useReturn } from "../elements/load";
import { Page } from "../elements/Page";
import { GatewaySecret } from "./GatewaySecret";
import { GatewaySettings } from "./GatewaySettings";

/** Who may ask the realm about session IDs, and how it answers. */
export function GatewaysPage() {
  const say = useSay();
  const { administration } = useSurroundings();
  const load = useCallback(() => administration.settings(), [administration]);
  const { shown, again, refresh, show } = useLoad(load);
  useReturn(refresh);
  return (
    <Page id="gateways" title={say("gateways.title")} introduction={say("gateways.introduction")} below="list">
      <Loaded of={shown} again={again}>
        {(read) => (
          <>
            <GatewaySettings read={read} saved={show} />
            <GatewaySecret settings={read.document} again={again} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
