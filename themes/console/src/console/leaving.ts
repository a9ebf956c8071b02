/** What would be lost. */
export type Loss = "changes" | "secret" | "key";

type Ask = (loss: Loss, leave: () => void) => void;

/** Asks before the administrator leaves a page with something on it that would be lost. */
export class Leaving {
  private readonly losses = new Map<symbol, Loss>();
  private ask: Ask = (_loss, leave) => leave();
  private heldAt = location.hash;

  /** From now on, until the answer is called. */
  open(): () => void {
    const closed = new AbortController();
    const early = { capture: true, signal: closed.signal };
    document.addEventListener("click", (event) => this.clicked(event), early);
    // The console's router listens here too, and must not see a move that does not happen.
    window.addEventListener("popstate", (event) => this.moved(event), early);
    window.addEventListener(
      "beforeunload",
      (event) => {
        if (this.losses.size > 0) {
          event.preventDefault();
        }
      },
      { signal: closed.signal },
    );
    return () => closed.abort();
  }

  askWith(ask: Ask): void {
    this.ask = ask;
  }

  /** Holds the administrator back until the answer is called. */
  hold(loss: Loss): () => void {
    const hold = Symbol(loss);
    this.heldAt = location.hash;
    this.losses.set(hold, loss);
    return () => this.losses.delete(hold);
  }

  release(): void {
    this.losses.clear();
  }

  private loss(): Loss | undefined {
    const all = [...this.losses.values()];
    return all.find((loss) => loss !== "changes") ?? all[0];
  }

  private clicked(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!(link instanceof HTMLAnchorElement) || elsewhere || link.target === "_blank" || link.download) {
      return;
    }
    const loss = this.loss();
    if (loss && link.href !== location.href) {
      event.preventDefault();
      event.stopPropagation();
      this.ask(loss, () => this.go(link.href));
    }
  }

  private moved(event: PopStateEvent): void {
    const loss = this.loss();
    const target = location.href;
    if (loss && location.hash !== this.heldAt) {
      event.stopImmediatePropagation();
      history.pushState(null, "", this.heldAt);
      this.ask(loss, () => this.go(target));
    }
  }

  private go(address: string): void {
    this.release();
    location.assign(address);
  }
}
