import { clientsEntry, content, shownRealm } from "./landmarks";
import { hashOf, readRoute } from "./route";

const HOST = "workfront-oauth2-applications";
const ENTRY = "nav-item-oauth2-applications";

/**
 * Where our pages stand in the console: an entry in its navigation, and a content area in place of the console's own
 * while a page of ours is shown.
 */
export class Stage {
  readonly host = document.createElement("main");
  private readonly entry = document.createElement("li");
  private readonly link = document.createElement("a");
  private readonly listeners = new Set<() => void>();
  private hash = location.hash;

  constructor() {
    this.host.id = HOST;
    this.link.id = ENTRY;
    this.link.dataset.testid = ENTRY;
    this.link.className = "pf-v5-c-nav__link";
    this.entry.append(this.link);
  }

  /**
   * From now on, until the answer is called: the console replaces parts of its page as it likes, and moves without an
   * event of the browser's.
   */
  open(label: string): () => void {
    this.link.textContent = label;
    this.settle();
    const settle = () => this.settle();
    const observer = new MutationObserver(settle);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["class", "href", "tabindex"],
    });
    const closed = new AbortController();
    window.addEventListener("hashchange", settle, { signal: closed.signal });
    window.addEventListener("popstate", settle, { signal: closed.signal });
    return () => {
      observer.disconnect();
      closed.abort();
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly currentHash = (): string => this.hash;

  private settle(): void {
    this.placeEntry();
    this.placeHost();
    if (this.hash !== location.hash) {
      this.hash = location.hash;
      this.listeners.forEach((listener) => listener());
    }
  }

  private placeEntry(): void {
    const clients = clientsEntry();
    const item = clients?.closest("li");
    if (!clients || !item) {
      return;
    }
    if (item.nextElementSibling !== this.entry) {
      item.after(this.entry);
    }
    const target = hashOf({ page: "list", realm: shownRealm() ?? "" });
    if (this.link.getAttribute("href") !== target) {
      this.link.setAttribute("href", target);
    }
    // The console takes its links from the keyboard while the navigation is folded away.
    const stop = clients.getAttribute("tabindex");
    if (stop === null) {
      this.link.removeAttribute("tabindex");
    } else if (this.link.getAttribute("tabindex") !== stop) {
      this.link.setAttribute("tabindex", stop);
    }
    const here = readRoute(location.hash) !== undefined;
    if (this.link.classList.contains("pf-m-current") !== here) {
      this.link.classList.toggle("pf-m-current", here);
      if (here) {
        this.link.setAttribute("aria-current", "page");
      } else {
        this.link.removeAttribute("aria-current");
      }
    }
  }

  private placeHost(): void {
    const area = content();
    if (!area) {
      return;
    }
    const here = readRoute(location.hash) !== undefined;
    if (here && area.nextElementSibling !== this.host) {
      this.host.className = area.className;
      area.after(this.host);
    }
    if (!here && this.host.parentElement) {
      this.host.remove();
    }
    if (area.hasAttribute("data-workfront") !== here) {
      area.toggleAttribute("data-workfront", here);
    }
  }
}
