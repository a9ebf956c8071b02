import { type RefObject, useEffect } from "react";

const OURS = ".workfront-page, .workfront-dialog";

/** A page begins at its heading, once it is there: the console may be busy for longer than we are. */
export function useFocusAtBegin(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const begin = () => {
      heading.current?.focus({ preventScroll: true });
      scrollToBegin(heading.current);
      return heading.current?.isConnected ?? false;
    };
    const watch = new MutationObserver(() => begin() && watch.disconnect());
    if (!begin()) {
      watch.observe(document.body, { childList: true, subtree: true });
    }
    return () => watch.disconnect();
  }, [heading]);
}

/** The page before may have been scrolled. */
function scrollToBegin(heading: HTMLElement | null): void {
  for (let around = heading?.parentElement; around; around = around.parentElement) {
    around.scrollTop = 0;
  }
}

/** Where the focus was on something that went or was disabled, it goes to the heading and not to the whole document. */
export function useFocusKept(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: Element | undefined;
    const lost = () => document.activeElement === null || document.activeElement === document.body;
    const gone = (element: Element) => !element.isConnected || element.matches(":disabled");
    const look = () => {
      if (last && lost() && gone(last)) {
        last = undefined;
        heading.current?.focus({ preventScroll: true });
      }
    };
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element && target.closest(OURS) ? target : undefined;
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
    document.addEventListener("focusin", remember);
    return () => {
      watch.disconnect();
      document.removeEventListener("focusin", remember);
    };
  }, [heading]);
}
