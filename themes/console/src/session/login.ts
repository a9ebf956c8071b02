import { Unreachable } from "../api/refusal";
import type { Environment } from "../console/environment";
import { newChallenge, newState } from "./pkce";

/** The administrator's login is over: only a new one helps. */
export class LoginEnded extends Error {}

/** Hands out the console's access tokens. */
export interface Login {
  token(): Promise<string>;
  /** The server did not take this one. */
  refused(token: string): void;
}

type Tokens = { access_token: string; refresh_token?: string; id_token?: string; expires_in: number };

/** Milliseconds for which a frame may be on its way: where it ends up at an error page, nobody tells. */
const PATIENCE = 15_000;

/** Seconds before its end at which an access token is renewed. */
const EARLY = 20;

/**
 * A token of the administrator who is logged in at the console, without asking anybody; undefined when nobody is. Not by
 * keycloak-js: a second one on the page takes the console's own answer out of the address.
 */
export async function logIn(environment: Environment): Promise<Login | undefined> {
  const tokens = await tokensOf(environment);
  return tokens && new Renewed(environment, tokens);
}

async function tokensOf(environment: Environment): Promise<Tokens | undefined> {
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
  const came = (await whereItLeads(`${endpoints(environment)}/auth?${query}`)).searchParams;
  const code = came.get("code");
  if (!code || came.get("state") !== state) {
    return undefined;
  }
  const answer = await exchange(environment, {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUrl,
    code_verifier: verifier,
  });
  if (answer.status >= 500) {
    throw new Unreachable();
  }
  return answer.ok ? ((await answer.json()) as Tokens) : undefined;
}

const endpoints = ({ authServerUrl, realm }: Environment) =>
  `${authServerUrl}/realms/${encodeURIComponent(realm)}/protocol/openid-connect`;

const exchange = (environment: Environment, grant: Record<string, string>) =>
  fetch(`${endpoints(environment)}/token`, {
    method: "POST",
    body: new URLSearchParams({ client_id: environment.clientId, ...grant }),
  });

/** Renews its access token shortly before it ends; where the login has ended, with that of another tab. */
class Renewed implements Login {
  private end: number;
  private renewal: Promise<void> | undefined;
  private readonly subject: string | undefined;

  constructor(
    private readonly environment: Environment,
    private tokens: Tokens,
  ) {
    this.end = endOf(tokens);
    this.subject = subjectOf(tokens);
  }

  async token(): Promise<string> {
    if (this.end - EARLY * 1000 < performance.now()) {
      this.renewal ??= this.renew().finally(() => (this.renewal = undefined));
      await this.renewal;
    }
    return this.tokens.access_token;
  }

  /** Who learns of it late has nothing against the token that has come since. */
  refused(token: string): void {
    if (token === this.tokens.access_token) {
      this.end = 0;
    }
  }

  private async renew(): Promise<void> {
    const answer = await exchange(this.environment, {
      grant_type: "refresh_token",
      refresh_token: this.tokens.refresh_token ?? "",
    });
    if (answer.status === 400 || answer.status === 401) {
      this.take(await this.another());
    } else if (answer.ok) {
      this.take((await answer.json()) as Tokens);
    } else {
      throw new Error(`${answer.status}`);
    }
  }

  private take(tokens: Tokens): void {
    this.tokens = tokens;
    this.end = endOf(tokens);
  }

  /** Of the same person: what is on the page is not somebody else's to save. */
  private async another(): Promise<Tokens> {
    const tokens = await tokensOf(this.environment);
    if (!tokens || this.subject === undefined || subjectOf(tokens) !== this.subject) {
      throw new LoginEnded();
    }
    return tokens;
  }
}

/** Whose login it was (OpenID Connect Core, 2); undefined where that cannot be read. */
function subjectOf({ id_token }: Tokens): string | undefined {
  try {
    const claims = id_token?.split(".")[1]?.replaceAll("-", "+").replaceAll("_", "/") ?? "";
    return (JSON.parse(atob(claims)) as { sub?: string }).sub;
  } catch {
    return undefined;
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
  if (answer.status >= 500) {
    throw new Unreachable();
  }
  return new URL(answer.url);
}

function whereAFrameGoes(address: string): Promise<URL> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.src = address;
  return new Promise<URL>((resolve, reject) => {
    const listen = (message: MessageEvent) => {
      if (message.origin === location.origin && message.source === frame.contentWindow) {
        close();
        resolve(new URL(String(message.data)));
      }
    };
    const overdue = setTimeout(() => {
      close();
      reject(new Unreachable());
    }, PATIENCE);
    const close = () => {
      clearTimeout(overdue);
      window.removeEventListener("message", listen);
      frame.remove();
    };
    window.addEventListener("message", listen);
    document.body.append(frame);
  });
}
