import type { Application } from "../api/application";
import type { Challenge } from "../session/pkce";

/** One word of a shell command, whatever is in it. */
export const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

export type Trial = {
  mount: string;
  application: Application;
  redirectUrl: string;
  state: string;
  /** Single page applications only. */
  pkce?: Challenge | undefined;
  secret: string;
  code: string;
};

/** Where the user's browser is sent to begin with. */
export function authorizeLink({ mount, application, redirectUrl, state, pkce }: Trial): string {
  const query = new URLSearchParams({
    client_id: application.clientId,
    response_type: "code",
    redirect_uri: redirectUrl,
    state,
    ...(pkce ? { code_challenge: pkce.challenge, code_challenge_method: "S256" } : {}),
  });
  return `${mount}/integrations/oauth2/authorize?${query}`;
}

/** The code in whatever was pasted: itself, or the address the browser was sent back to. */
export function codeIn(pasted: string): string {
  const text = pasted.trim();
  return parametersOf(text).get("code") ?? (errorIn(text) ? "" : text);
}

/** Why there is no code in the address the browser was sent back to. */
export const errorIn = (pasted: string): string | null => parametersOf(pasted.trim()).get("error");

const parametersOf = (text: string) => new URLSearchParams(text.replace(/^[^?]*\?/, "?").split("#")[0]);

export const tokenCommand = (trial: Trial) =>
  curl(`${trial.mount}/integrations/oauth2/api/v1/token`, [
    ...credentials(trial),
    field("grant_type", "authorization_code"),
    field("redirect_uri", trial.redirectUrl),
    ...(trial.pkce ? [field("code_verifier", trial.pkce.verifier)] : []),
    field("code", trial.code || "PASTE-THE-CODE-HERE"),
  ]);

/** What an exchange brought, as far as it was pasted. */
export type Answer = { sessionId: string; refreshToken: string };

/** The tokens in whatever was pasted: an answer of the server, or a session ID. */
export function answerIn(pasted: string): Answer {
  const text = pasted.trim();
  const member = (name: string) => text.match(new RegExp(`"${name}"\\s*:\\s*"([^"]*)"`))?.[1] ?? "";
  return {
    sessionId: member("access_token") || (/^[A-Za-z0-9]+$/.test(text) ? text : ""),
    refreshToken: member("refresh_token"),
  };
}

/** What an API asks that was called with the session ID (contract, section 8) or access token. */
export const introspectCommand = (mount: string, token: string, api: { id: string; secret: string }) =>
  curl(`${mount}/protocol/openid-connect/token/introspect`, [
    `--user ${quoted(`${api.id || "PASTE-THE-API-CLIENT-ID"}:${api.secret || "PASTE-THE-API-SECRET"}`)}`,
    field("token", token || ACCESS_TOKEN),
  ]);

export const refreshCommand = (trial: Trial, { refreshToken }: Answer) =>
  curl(`${trial.mount}/integrations/oauth2/api/v1/token`, [
    ...credentials(trial),
    field("grant_type", "refresh_token"),
    field("refresh_token", refreshToken || "PASTE-THE-REFRESH-TOKEN-HERE"),
  ]);

export const logoutCommand = (mount: string, { sessionId }: Answer) =>
  curl(`${mount}/attask/api/v15.0/logout`, [`--header ${quoted(`sessionID: ${sessionId || ACCESS_TOKEN}`)}`]);

export const ACCESS_TOKEN = "PASTE-THE-ACCESS-TOKEN-HERE";

function credentials({ application, secret }: Trial): string[] {
  const id = field("client_id", application.clientId);
  return application.type === "single-page" ? [id] : [id, field("client_secret", secret.trim() || "PASTE-THE-SECRET-HERE")];
}

export const field = (name: string, value: string) => `--data-urlencode ${quoted(`${name}=${value}`)}`;

export const curl = (address: string, rest: string[]) => [`curl ${quoted(address)}`, ...rest].join(" \\\n  ");

/** Signs a JWT with the private key and exchanges it (contract, section 5); needs bash, openssl and curl. */
export const exchangeScript = (mount: string, clientId: string, customerId: string, subject: string) => `#!/usr/bin/env bash
# Exchanges a signed JWT for a session ID.
# usage: CLIENT_SECRET=... bash exchange.sh private-key.pem
set -euo pipefail

client_id=${quoted(clientId)}
customer_id=${quoted(customerId)}
user_id=${quoted(subject)}
address=${quoted(`${mount}/integrations/oauth2/api/v1/jwt/exchange`)}

key=\${1:?give the file with the private key}
: "\${CLIENT_SECRET:?set CLIENT_SECRET to the client secret}"

base64url() {
  openssl base64 -A | tr '+/' '-_' | tr -d '='
}

header=$(printf '{"alg":"RS256","typ":"JWT"}' | base64url)
claims=$(printf '{"iss":"%s","sub":"%s","exp":%d}' "$customer_id" "$user_id" $(($(date +%s) + 180)) | base64url)
signature=$(printf '%s.%s' "$header" "$claims" | openssl dgst -sha256 -sign "$key" -binary | base64url)

# The secret goes by standard input: command lines can be read by others on the same machine.
printf '%s' "$CLIENT_SECRET" | curl --silent --show-error "$address" \\
  --data-urlencode "client_id=$client_id" \\
  --data-urlencode client_secret@- \\
  --data-urlencode "jwt_token=$header.$claims.$signature"
echo
`;
