import { clientsEntry } from "./landmarks";
import { type List, hashOf, listOf, readRoute } from "./route";

/** A link in the console's navigation to one of our lists. */
export class Entry {
  readonly item = document.createElement("li");
  private readonly link = document.createElement("a");

  constructor(
    private readonly page: List,
    id: string,
  ) {
    this.link.id = id;
    this.link.dataset.testid = id;
    this.link.className = "pf-v5-c-nav__link";
    this.item.append(this.link);
  }

  label(text: string): void {
    this.link.textContent = text;
  }

  /** Stands after this item, as the console's own entries do. */
  settle(before: Element, realm: string): void {
    if (before.nextElementSibling !== this.item) {
      before.after(this.item);
    }
    const target = hashOf({ page: this.page, realm });
    if (this.link.getAttribute("href") !== target) {
      this.link.setAttribute("href", target);
    }
    this.stop();
    this.mark();
  }

  /** The console takes its links from the keyboard while the navigation is folded away. */
  private stop(): void {
    const stop = clientsEntry()?.getAttribute("tabindex") ?? null;
    if (stop === null) {
      this.link.removeAttribute("tabindex");
    } else if (this.link.getAttribute("tabindex") !== stop) {
      this.link.setAttribute("tabindex", stop);
    }
  }

  private mark(): void {
    const route = readRoute(location.hash);
    const here = route !== undefined && listOf(route) === this.page;
    if (this.link.classList.contains("pf-m-current") === here) {
      return;
    }
    this.link.classList.toggle("pf-m-current", here);
    if (here) {
      this.link.setAttribute("aria-current", "page");
    } else {
      this.link.removeAttribute("aria-current");
    }
  }
}
