import { useCallback } from "react";
import type { Service } from "../api/administration";
import type { ApplicationList } from "../api/application";
import { useSurroundings } from "../console/surroundings";
import { useLoad } from "../elements/load";

export type Realm = { service: Service; list: ApplicationList };

/** The realm's applications, and whether they are served. */
export function useApplications() {
  const { administration, administrator } = useSurroundings();
  const load = useCallback(async (): Promise<Realm> => {
    const [list, service] = await Promise.all([administration.list(), administration.service(administrator)]);
    return { list, service };
  }, [administration, administrator]);
  return useLoad(load);
}
