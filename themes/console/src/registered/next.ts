import { useEffect, useRef } from "react";

const BUTTONS = ".workfront-table tbody button";
const SEARCH = ".workfront-search input";

/**
 * After a row was deleted, the focus goes to the button of the row that took its place, or of the last one, or to the search
 * where no row is left. Returns what remembers the place of the row before it is deleted.
 */
export function useFocusOnNext(dialogIsOpen: boolean): (place: number) => void {
  const place = useRef<number>();
  useEffect(() => {
    if (dialogIsOpen || place.current === undefined) {
      return;
    }
    const buttons = document.querySelectorAll<HTMLElement>(BUTTONS);
    const next = buttons[Math.min(place.current, buttons.length - 1)] ?? document.querySelector<HTMLElement>(SEARCH);
    place.current = undefined;
    next?.focus();
  }, [dialogIsOpen]);
  return (at) => {
    place.current = at;
  };
}
