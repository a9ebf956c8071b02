import { Entry } from "./entry";
import { clientsEntry, content, shownRealm } from "./landmarks";
import { type List, readRoute } from "./route";

const HOST = "workfront-oauth2-applications";

/**
 * Where our pages stand in the console: entries in its navigation, and a content area in place of the console's own
 * while a page of ours is shown.
 */
export class Stage {
  readonly host = document.createElement("main");
  private readonly entries: Readonly<Record<List, Entry>> = {
    list: new Entry("list", "nav-item-oauth2-applications"),
    "registered-list": new Entry("registered-list", "nav-item-registered-applications"),
  };
  private readonly listeners = new Set<() => void>();
  private hash = location.hash;

  constructor() {
    this.host.id = HOST;
  }

  /**
   * From now on, until the answer is called: the console replaces parts of its page as it likes, and moves without an
   * event of the browser's.
   */
  open(labels: Readonly<Record<List, string>>): () => void {
    (Object.keys(labels) as List[]).forEach((page) => this.entries[page].label(labels[page]));
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
    this.placeEntries();
    this.placeHost();
    if (this.hash !== location.hash) {
      this.hash = location.hash;
      this.listeners.forEach((listener) => listener());
    }
  }

  private placeEntries(): void {
    const clients = clientsEntry()?.closest("li");
    if (!clients) {
      return;
    }
    const realm = shownRealm() ?? "";
    this.entries.list.settle(clients, realm);
    this.entries["registered-list"].settle(this.entries.list.item, realm);
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
