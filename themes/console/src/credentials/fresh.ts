/**
 * A secret that is shown this once, and nowhere stored: gone with the page. The page of a new application takes it over
 * from the page that made it; who leaves the application leaves it behind.
 */
export type Fresh = {
  realm: string;
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

export const freshOf = (realm: string, clientId: string): Fresh | undefined =>
  fresh?.realm === realm && fresh.clientId === clientId ? fresh : undefined;

export function forgetFresh(): void {
  fresh = undefined;
}

/** Forgets it where the pages are not those of its application. */
export function forgetFreshOfOthers(realm: string | undefined, clientId: string | undefined): void {
  if (realm === undefined || clientId === undefined || !freshOf(realm, clientId)) {
    forgetFresh();
  }
}
