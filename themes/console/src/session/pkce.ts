/** PKCE (RFC 7636): what is shown with the code, and its hash that starts the login. */
export type Challenge = { verifier: string; challenge: string };

export async function newChallenge(): Promise<Challenge> {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return { verifier, challenge: base64url(new Uint8Array(hash)) };
}

export const newState = () => base64url(crypto.getRandomValues(new Uint8Array(12)));

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
