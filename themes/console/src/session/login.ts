import type { Environment } from "../console/environment";
import { newChallenge, newState } from "./pkce";

/** The administrator's login is over: only a new one helps. */
export class LoginEnded extends Error {}

/** Hands out the console's access tokens. */
export interface Login {
  token(): Promise<string>;
}

type Tokens = { access_token: string; refresh_token?: string; expires_in: number };

/** Seconds before its end at which an access token is renewed. */
const EARLY = 20;

/**
 * A token of the administrator who is logged in at the console, without asking anybody; undefined when nobody is. Not by
 * keycloak-js: a second one on the page takes the console's own answer out of the address.
 */
export async function logIn(environment: Environment): Promise<Login | undefined> {
  const endpoints = `${environment.authServerUrl}/realms/${encodeURIComponent(environment.realm)}/protocol/openid-connect`;
  const redirectUrl = location.origin + location.pathname;
  const state = newState();
  const { verifier, challenge } = await newChallenge();
  const query = new URLSearchParams({
    client_id: environment.clientId,
    redirect_uri: redirectUrl,
    response_type: "code",
    response_mode: "query",
    scope: "openid",
    prompt: "none",
    state,
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
  const came = (await whereItLeads(`${endpoints}/auth?${query}`)).searchParams;
  const code = came.get("code");
  if (!code || came.get("state") !== state) {
    return undefined;
  }
  const exchange = (grant: Record<string, string>) =>
    fetch(`${endpoints}/token`, {
      method: "POST",
      body: new URLSearchParams({ client_id: environment.clientId, ...grant }),
    });
  const answer = await exchange({
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUrl,
    code_verifier: verifier,
  });
  return answer.ok ? new Renewed((await answer.json()) as Tokens, exchange) : undefined;
}

/** Renews its access token shortly before it ends. */
class Renewed implements Login {
  private end: number;
  private renewal: Promise<void> | undefined;

  constructor(
    private tokens: Tokens,
    private readonly exchange: (grant: Record<string, string>) => Promise<Response>,
  ) {
    this.end = endOf(tokens);
  }

  async token(): Promise<string> {
    if (this.end - EARLY * 1000 < performance.now()) {
      this.renewal ??= this.renew().finally(() => (this.renewal = undefined));
      await this.renewal;
    }
    return this.tokens.access_token;
  }

  private async renew(): Promise<void> {
    const answer = await this.exchange({
      grant_type: "refresh_token",
      refresh_token: this.tokens.refresh_token ?? "",
    });
    if (answer.status === 400 || answer.status === 401) {
      throw new LoginEnded();
    }
    if (!answer.ok) {
      throw new Error(`${answer.status}`);
    }
    this.tokens = (await answer.json()) as Tokens;
    this.end = endOf(this.tokens);
  }
}

/** By this page's own clock, which nobody sets. */
const endOf = (tokens: Tokens) => performance.now() + tokens.expires_in * 1000;

/** Where the server sends a browser that asks for this; a frame goes where a script may not, to another host. */
async function whereItLeads(address: string): Promise<URL> {
  if (new URL(address).origin !== location.origin) {
    return whereAFrameGoes(address);
  }
  const answer = await fetch(address, { credentials: "same-origin" });
  // The page itself is not needed; read to its end, it leaves the connection to the next request.
  void answer.text();
  return new URL(answer.url);
}

function whereAFrameGoes(address: string): Promise<URL> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.src = address;
  return new Promise((resolve) => {
    const listen = (message: MessageEvent) => {
      if (message.origin === location.origin && message.source === frame.contentWindow) {
        window.removeEventListener("message", listen);
        frame.remove();
        resolve(new URL(String(message.data)));
      }
    };
    window.addEventListener("message", listen);
    document.body.append(frame);
  });
}
