import { createContext, useContext, useEffect } from "react";
import type { Administration } from "../api/administration";
import type { Administrator } from "../session/administrator";
import type { Texts } from "../texts/texts";
import type { Leaving, Loss } from "./leaving";
import type { Route } from "./route";

/** What every part of our pages may ask for. */
export type Surroundings = {
  realm: string;
  texts: Texts;
  administration: Administration;
  administrator: Administrator;
  leaving: Leaving;
  go(route: Route): void;
  /** Tells the administrator that something was done. */
  done(sentence: string): void;
  /** Tells the administrator why something was not done. */
  failed(what: string, reason: unknown): void;
};

const Context = createContext<Surroundings | undefined>(undefined);

export const SurroundingsProvider = Context.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = useContext(Context);
  if (!surroundings) {
    throw new Error("A part of the page stands outside of it");
  }
  return surroundings;
}

export const useSay = () => useSurroundings().texts.say;

/** Asks before the page is left while this loss is possible. */
export function useHold(loss: Loss, possible: boolean): void {
  const { leaving } = useSurroundings();
  useEffect(() => (possible ? leaving.hold(loss) : undefined) as (() => void) | undefined, [leaving, loss, possible]);
}
