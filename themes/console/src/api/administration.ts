import type { Environment } from "../console/environment";
import type { Route } from "../console/route";
import { type Administrator, mayConfigure } from "../session/administrator";
import type { Login } from "../session/login";
import type { Ahead } from "./ahead";
import type {
  Application,
  ApplicationList,
  ApplicationType,
  CreatedApplication,
  Fields,
  Grant,
  GrantPage,
  KeyPair,
  NewSecret,
  Part,
  PublicKey,
  Settings,
} from "./application";
import { authorized, tokenOf } from "./authorized";
import { Refusal, Unreachable } from "./refusal";

/** A document as it was when it was read; the tag goes into the condition of a change. */
export type Tagged<T> = {
  document: T;
  /** Undefined where somebody on the way has taken it off. */
  tag: string | undefined;
};

/** Off also where a realm is disabled and nobody may say so. */
export type Service = "on" | "off" | "disabled";

type Managed = { access?: { manage?: boolean } };

/** The administration API of one realm. */
export class Administration {
  constructor(
    private readonly environment: Environment,
    private readonly login: Login,
    readonly realm: string,
    private readonly ahead?: Ahead,
    /** What refusals are said in; without it, what the browser is set to. */
    private readonly language?: string,
  ) {}

  /** Asks at once for what the page at this address will ask for when it appears. */
  async lookAhead(route: Route): Promise<void> {
    if (route.page === "list") {
      this.ahead?.ask(this.description());
    }
    const path = route.page === "details" ? this.path(route.clientId) : "oauth2-applications";
    this.ahead?.ask(this.address(path), { method: "GET", headers: { Authorization: `Bearer ${await tokenOf(this.login)}` } });
  }

  /** What stands before /integrations/oauth2 in addresses of this realm. */
  get mount(): string {
    return `${this.environment.serverBaseUrl}/realms/${encodeURIComponent(this.realm)}`;
  }

  async list(): Promise<ApplicationList> {
    return (await this.json("GET", "oauth2-applications")) as ApplicationList;
  }

  async create(type: ApplicationType, name: string, redirectUrls: string[]): Promise<CreatedApplication> {
    const members = redirectUrls.length === 0 ? { type, name } : { type, name, redirectUrls };
    return (await this.json("POST", "oauth2-applications", members)) as CreatedApplication;
  }

  async read(clientId: string): Promise<Tagged<Application>> {
    return this.tagged(await this.send("GET", this.path(clientId)));
  }

  /** Changes the fields that are sent (RFC 7396), unless somebody else was faster: 412. */
  async change(clientId: string, tag: string | undefined, changes: Partial<Fields>): Promise<Tagged<Application>> {
    return this.tagged(
      await this.send("PATCH", this.path(clientId), JSON.stringify(changes), {
        "Content-Type": "application/merge-patch+json",
        ...onlyOn(tag),
      }),
    );
  }

  /** Whether the caller may change this client: by a role, or by a fine-grained permission. */
  async manages(clientId: string): Promise<boolean> {
    const [client] = (await this.json("GET", `clients?clientId=${encodeURIComponent(clientId)}`)) as Managed[];
    return client?.access?.manage ?? false;
  }

  async delete(clientId: string): Promise<void> {
    await this.send("DELETE", this.path(clientId));
  }

  async addSecret(clientId: string): Promise<NewSecret> {
    return (await this.json("POST", this.path(clientId, "secrets"))) as NewSecret;
  }

  async deleteSecret(clientId: string, id: string): Promise<void> {
    await this.send("DELETE", this.path(clientId, "secrets", id));
  }

  async addKey(clientId: string, pem: string, user?: string): Promise<PublicKey> {
    return (await this.json("POST", this.path(clientId, "public-keys"), user ? { pem, user } : { pem })) as PublicKey;
  }

  async makeKeyPair(clientId: string, user?: string): Promise<KeyPair> {
    return (await this.json("POST", this.path(clientId, "key-pairs"), user ? { user } : {})) as KeyPair;
  }

  async deleteKey(clientId: string, kid: string): Promise<void> {
    await this.send("DELETE", this.path(clientId, "public-keys", kid));
  }

  /** Stores the logo, unless somebody else was faster: 412. */
  async putLogo(clientId: string, tag: string | undefined, picture: Blob): Promise<void> {
    await this.send("PUT", this.path(clientId, "logo"), picture, { "Content-Type": picture.type, ...onlyOn(tag) });
  }

  /** Removes the logo, unless somebody else was faster: 412. */
  async deleteLogo(clientId: string, tag: string | undefined): Promise<void> {
    await this.send("DELETE", this.path(clientId, "logo"), undefined, onlyOn(tag));
  }

  async grants(clientId: string, part: Part): Promise<GrantPage> {
    const answer = await this.send("GET", `${this.path(clientId, "grants")}?first=${part.first}&max=${part.max}`);
    const grants = (await answer.json()) as Grant[];
    const total = answer.headers.get("X-Total-Count");
    // A node of the version before, during an update, answers with all of them.
    return total === null
      ? { grants: grants.slice(part.first, part.first + part.max), part, total: grants.length }
      : { grants, part, total: Number(total) };
  }

  async endGrant(clientId: string, id: string): Promise<void> {
    await this.send("DELETE", this.path(clientId, "grants", id));
  }

  async endGrants(clientId: string): Promise<void> {
    await this.send("DELETE", this.path(clientId, "grants"));
  }

  /** Whether users can write the attribute that says who they are to Workfront; only who may change realm settings learns. */
  async widIgnored(): Promise<boolean> {
    return ((await this.json("GET", "oauth2-applications-settings")) as Settings).widIgnored ?? false;
  }

  async switchOn(): Promise<void> {
    await this.json("PUT", "oauth2-applications-settings", { enabled: true } satisfies Partial<Settings>);
  }

  /**
   * Whether applications are served in this realm. Where they are not, the contract's own paths are not there; whether that
   * is because the realm is disabled, only who may change realm settings learns.
   */
  async service(administrator: Administrator): Promise<Service> {
    const answer = await this.reach(this.description());
    void answer.text();
    if (answer.status !== 404) {
      return "on";
    }
    const switchedOn =
      mayConfigure(administrator) && ((await this.json("GET", "oauth2-applications-settings")) as Settings).enabled;
    return switchedOn ? "disabled" : "off";
  }

  private description(): string {
    return `${this.environment.adminBaseUrl}/realms/${encodeURIComponent(this.realm)}/integrations/oauth2/.well-known/oauth-authorization-server`;
  }

  private address(path: string): string {
    return `${this.environment.adminBaseUrl}/admin/realms/${encodeURIComponent(this.realm)}/${path}`;
  }

  private path(...parts: string[]): string {
    // A browser would take them for steps in the path, however they are written.
    if (parts.includes(".") || parts.includes("..")) {
      throw new Refusal(404, "not_found", "");
    }
    return ["oauth2-applications", ...parts.map(encodeURIComponent)].join("/");
  }

  private async tagged(answer: Response): Promise<Tagged<Application>> {
    return { document: (await answer.json()) as Application, tag: tagOf(answer.headers.get("ETag")) };
  }

  private async json(method: string, path: string, members?: object): Promise<unknown> {
    const answer =
      members === undefined
        ? await this.send(method, path)
        : await this.send(method, path, JSON.stringify(members), { "Content-Type": "application/json" });
    return answer.json();
  }

  private async send(
    method: string,
    path: string,
    body?: BodyInit,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const answer = await authorized(this.login, (authorization) =>
      this.reach(this.address(path), {
        method,
        headers: {
          ...headers,
          ...(this.language === undefined ? {} : { "Accept-Language": this.language }),
          ...authorization,
        },
        ...(body === undefined ? {} : { body }),
      }),
    );
    if (!answer.ok) {
      throw await refusalOf(answer);
    }
    return answer;
  }

  private async reach(address: string, request: RequestInit = {}): Promise<Response> {
    const early = (request.method ?? "GET") === "GET" ? this.ahead?.take(address) : undefined;
    try {
      return await (early ?? fetch(address, request));
    } catch {
      throw new Unreachable();
    }
  }
}

const onlyOn = (tag: string | undefined): Record<string, string> => (tag === undefined ? {} : { "If-Match": tag });

/** The server's tag, also where a proxy that compresses has made it a weak one or added to it. */
const tagOf = (header: string | null): string | undefined => {
  const value = header?.match(/"([0-9A-Za-z]+)/)?.[1];
  return value && `"${value}"`;
};

async function refusalOf(answer: Response): Promise<Refusal> {
  try {
    const said = (await answer.json()) as { error?: string; errorMessage?: string };
    return new Refusal(answer.status, said.error ?? "", said.errorMessage ?? "");
  } catch {
    return new Refusal(answer.status, "", "");
  }
}
