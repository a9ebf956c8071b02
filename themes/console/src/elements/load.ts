import { useCallback, useEffect, useRef, useState } from "react";
import { useSurroundings } from "../console/surroundings";
import { failureOf } from "./failure";

export type Load<T> =
  | { state: "loading" }
  | { state: "failed"; reason: unknown }
  | { state: "loaded"; value: T };

type Loading<T> = {
  shown: Load<T>;
  /** Loads anew, and says so if that fails. */
  again: () => Promise<void>;
  /** Loads anew; where that fails, what was shown stays. */
  refresh: () => Promise<void>;
  show: (value: T) => void;
};

/** Loads when the page appears; what was shown stays until the new one is there. No answer takes the place of a newer one. */
export function useLoad<T>(load: () => Promise<T>): Loading<T> {
  const [shown, setShown] = useState<Load<T>>({ state: "loading" });
  const { failed, texts } = useSurroundings();
  const { say } = texts;
  const asked = useRef(0);
  // The newest question that has its answer: older ones need none any more.
  const answered = useRef(0);
  const has = useRef(false);
  has.current = shown.state === "loaded";
  const ask = useCallback(
    async (fail: (reason: unknown) => void) => {
      const number = ++asked.current;
      try {
        const value = await load();
        if (number > answered.current) {
          answered.current = number;
          setShown({ state: "loaded", value });
        }
      } catch (reason) {
        if (number > answered.current) {
          fail(reason);
        }
      }
    },
    [load],
  );
  const again = useCallback(
    () =>
      ask((reason) => {
        // What cannot be shown again, such as a new private key, is not taken away for that.
        const stays = has.current && failureOf(reason) !== "missing";
        if (stays) {
          failed(say("failure.outdated"), reason);
        } else {
          setShown({ state: "failed", reason });
        }
      }),
    [ask, failed, say],
  );
  const refresh = useCallback(() => ask(() => undefined), [ask]);
  const show = useCallback((value: T) => {
    answered.current = asked.current;
    setShown({ state: "loaded", value });
  }, []);
  useEffect(() => {
    has.current = false;
    setShown({ state: "loading" });
    void again();
    return () => {
      answered.current = asked.current;
    };
  }, [again]);
  return { shown, again, refresh, show };
}

/** Whenever the administrator comes back to this window: from a terminal, or from a login in another tab. */
export function useReturn(act: () => Promise<void>): void {
  useEffect(() => {
    const back = () => void act();
    window.addEventListener("focus", back);
    return () => window.removeEventListener("focus", back);
  }, [act]);
}
