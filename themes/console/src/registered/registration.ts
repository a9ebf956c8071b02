import { useCallback, useRef } from "react";
import type { Service } from "../api/administration";
import type { Part } from "../api/application";
import type { RegisteredApplication, Rows } from "../api/registered";
import { useSurroundings } from "../console/surroundings";
import { useLoad } from "../elements/load";
import { FIRST_PART, nearest } from "../elements/Pages";

export type Registration = { service: Service; list: Rows<RegisteredApplication> };

/** Rows that come in parts; others delete too, so the part that was shown may be no more. */
export async function shownPart<T>(wanted: Part, ask: (part: Part) => Promise<Rows<T>>): Promise<Rows<T>> {
  const rows = await ask(wanted);
  const near = nearest(wanted, rows.total);
  return near.first === rows.part.first ? rows : ask(near);
}

/** The realm's registered applications, part by part, and whether devices may register. */
export function useRegistration() {
  const { administration } = useSurroundings();
  const wanted = useRef(FIRST_PART);
  const load = useCallback(async (): Promise<Registration> => {
    const [list, service] = await Promise.all([
      shownPart(wanted.current, (part) => administration.registered.list(part)),
      administration.registered.service(),
    ]);
    return { list, service };
  }, [administration]);
  const loading = useLoad(load);
  const turn = (to: Part) => {
    wanted.current = to;
    void loading.again();
  };
  return { ...loading, turn };
}
