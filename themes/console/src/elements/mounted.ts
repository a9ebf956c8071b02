import { type RefObject, useEffect, useRef } from "react";

/** Whether this part of the page is still there: an answer may come when the administrator has gone elsewhere. */
export function useMounted(): RefObject<boolean> {
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return mounted;
}
