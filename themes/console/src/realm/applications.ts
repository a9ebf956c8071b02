import { useCallback } from "react";
import type { Service } from "../api/administration";
import type { ApplicationList } from "../api/application";
import { useSurroundings } from "../console/surroundings";
import { useLoad } from "../elements/load";
import { mayConfigure } from "../session/administrator";

export type Realm = { service: Service; list: ApplicationList; widIgnored: boolean };

/** The realm's applications, and whether they are served. */
export function useApplications() {
  const { administration, administrator } = useSurroundings();
  const load = useCallback(async (): Promise<Realm> => {
    const [list, service, widIgnored] = await Promise.all([
      administration.list(),
      administration.service(administrator),
      // A warning beside the list: without it, the list is still of use.
      mayConfigure(administrator) && administration.widIgnored().catch(() => false),
    ]);
    return { list, service, widIgnored };
  }, [administration, administrator]);
  return useLoad(load);
}
