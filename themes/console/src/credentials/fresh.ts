/**
 * A secret that is shown this once, and nowhere stored: gone with the page. The page of a new application takes it over
 * from the page that made it; who leaves the application leaves it behind.
 */
export type Fresh = {
  clientId: string;
  secret: string;
  /** Whether it was copied, or said to be saved. */
  saved: boolean;
};

let fresh: Fresh | undefined;

export function keepFresh(kept: Fresh): Fresh {
  fresh = kept;
  return kept;
}

export const freshOf = (clientId: string): Fresh | undefined => (fresh?.clientId === clientId ? fresh : undefined);

export function forgetFresh(): void {
  fresh = undefined;
}

/** Forgets it where the pages are not those of its application. */
export function forgetFreshOfOthers(clientId: string | undefined): void {
  if (fresh?.clientId !== clientId) {
    forgetFresh();
  }
}
