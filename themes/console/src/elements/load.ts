import { useCallback, useEffect, useState } from "react";

export type Load<T> =
  | { state: "loading" }
  | { state: "failed"; reason: unknown }
  | { state: "loaded"; value: T };

/** Loads when the page appears, and again on demand; what was shown stays until the new one is there. */
export function useLoad<T>(load: () => Promise<T>): { shown: Load<T>; again: () => Promise<void>; show: (value: T) => void } {
  const [shown, setShown] = useState<Load<T>>({ state: "loading" });
  const again = useCallback(async () => {
    try {
      setShown({ state: "loaded", value: await load() });
    } catch (reason) {
      setShown({ state: "failed", reason });
    }
  }, [load]);
  useEffect(() => {
    let wanted = true;
    setShown({ state: "loading" });
    load().then(
      (value) => wanted && setShown({ state: "loaded", value }),
      (reason: unknown) => wanted && setShown({ state: "failed", reason }),
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  const show = useCallback((value: T) => setShown({ state: "loaded", value }), []);
  return { shown, again, show };
}
