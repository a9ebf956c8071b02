import { useCallback } from "react";
import type { RegisteredApplication } from "../api/registered";
import { useSurroundings } from "../console/surroundings";
import { useLoad } from "../elements/load";

/**
 * The software statement of a registered application. It repeats some of the fields, so it is asked for anew when one of
 * them has changed.
 */
export function useStatement({ id, name, version, scopes }: RegisteredApplication) {
  const { administration } = useSurroundings();
  const written = JSON.stringify([name, version, scopes]);
  const load = useCallback(() => administration.registered.statement(id), [administration, id, written]);
  return useLoad(load);
}
