/**
 * A secret that was shown this once, and nowhere stored: gone with the page. The page of a new application takes it over
 * from the page that made it.
 */
let fresh: { clientId: string; secret: string } | undefined;

export function keepFresh(clientId: string, secret: string): void {
  fresh = { clientId, secret };
}

export const freshSecretOf = (clientId: string): string | undefined => (fresh?.clientId === clientId ? fresh.secret : undefined);

export function forgetFresh(): void {
  fresh = undefined;
}
