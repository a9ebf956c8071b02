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
  VerifySecret,
} from "./application";
import { RegisteredApplications } from "./registered";
import { onlyOn, pathOf, Requests, type Tagged } from "./requests";

/** Off also where a realm is disabled and nobody may say so. */
export type Service = "on" | "off" | "disabled";

const LIST = "oauth2-applications";
const SETTINGS = "oauth2-applications-settings";

type Managed = { access?: { manage?: boolean } };

/** The administration API of one realm. */
export class Administration {
  /** Those that devices register with. */
  readonly registered: RegisteredApplications;
  private readonly requests: Requests;

  constructor(
    private readonly environment: Environment,
    login: Login,
    readonly realm: string,
    ahead?: Ahead,
    language?: string,
  ) {
    this.requests = new Requests(environment, login, realm, ahead, language);
    this.registered = new RegisteredApplications(this.requests);
  }

  /** Asks at once for what the page at this address will ask for when it appears. */
  async lookAhead(route: Route): Promise<void> {
    switch (route.page) {
      case "list":
        this.requests.reachAhead(this.description());
        return this.requests.askAhead(LIST);
      case "creation":
        return this.requests.askAhead(LIST);
      case "details":
        return this.requests.askAhead(this.path(route.clientId));
      case "gateways":
        return this.requests.askAhead(SETTINGS);
      default:
        return this.registered.lookAhead(route);
    }
  }

  /** What stands before /integrations/oauth2 in addresses of this realm. */
  get mount(): string {
    return `${this.environment.serverBaseUrl}/realms/${encodeURIComponent(this.realm)}`;
  }

  async list(): Promise<ApplicationList> {
    return (await this.requests.json("GET", LIST)) as ApplicationList;
  }

  async create(type: ApplicationType, name: string, redirectUrls: string[]): Promise<CreatedApplication> {
    const members = redirectUrls.length === 0 ? { type, name } : { type, name, redirectUrls };
    return (await this.requests.json("POST", LIST, members)) as CreatedApplication;
  }

  async read(clientId: string): Promise<Tagged<Application>> {
    return this.requests.tagged(this.path(clientId));
  }

  /** Changes the fields that are sent (RFC 7396), unless somebody else was faster: 412. */
  async change(clientId: string, tag: string | undefined, changes: Partial<Fields>): Promise<Tagged<Application>> {
    return this.requests.patch(this.path(clientId), tag, changes);
  }

  /** Whether the caller may change this client: by a role, or by a fine-grained permission. */
  async manages(clientId: string): Promise<boolean> {
    const [client] = (await this.requests.json("GET", `clients?clientId=${encodeURIComponent(clientId)}`)) as Managed[];
    return client?.access?.manage ?? false;
  }

  async delete(clientId: string): Promise<void> {
    await this.requests.send("DELETE", this.path(clientId));
  }

  async addSecret(clientId: string): Promise<NewSecret> {
    return (await this.requests.json("POST", this.path(clientId, "secrets"))) as NewSecret;
  }

  async deleteSecret(clientId: string, id: string): Promise<void> {
    await this.requests.send("DELETE", this.path(clientId, "secrets", id));
  }

  async addKey(clientId: string, pem: string, user?: string): Promise<PublicKey> {
    return (await this.requests.json("POST", this.path(clientId, "public-keys"), user ? { pem, user } : { pem })) as PublicKey;
  }

  async makeKeyPair(clientId: string, user?: string): Promise<KeyPair> {
    return (await this.requests.json("POST", this.path(clientId, "key-pairs"), user ? { user } : {})) as KeyPair;
  }

  async deleteKey(clientId: string, kid: string): Promise<void> {
    await this.requests.send("DELETE", this.path(clientId, "public-keys", kid));
  }

  /** Stores the logo, unless somebody else was faster: 412. */
  async putLogo(clientId: string, tag: string | undefined, picture: Blob): Promise<void> {
    await this.requests.send("PUT", this.path(clientId, "logo"), picture, { "Content-Type": picture.type, ...onlyOn(tag) });
  }

  /** Removes the logo, unless somebody else was faster: 412. */
  async deleteLogo(clientId: string, tag: string | undefined): Promise<void> {
    await this.requests.send("DELETE", this.path(clientId, "logo"), undefined, onlyOn(tag));
  }

  async grants(clientId: string, part: Part): Promise<GrantPage> {
    const { rows, total } = await this.requests.part<Grant>(this.path(clientId, "grants"), part);
    // A node of the version before, during an update, answers with all of them.
    return total === undefined
      ? { grants: rows.slice(part.first, part.first + part.max), part, total: rows.length }
      : { grants: rows, part, total };
  }

  async endGrant(clientId: string, id: string): Promise<void> {
    await this.requests.send("DELETE", this.path(clientId, "grants", id));
  }

  async endGrants(clientId: string): Promise<void> {
    await this.requests.send("DELETE", this.path(clientId, "grants"));
  }

  /** Whether users can write the attribute that says who they are to Workfront; only who may change realm settings learns. */
  async widIgnored(): Promise<boolean> {
    return ((await this.requests.json("GET", SETTINGS)) as Settings).widIgnored ?? false;
  }

  async settings(): Promise<Tagged<Settings>> {
    return this.requests.tagged(SETTINGS);
  }

  async changeSettings(tag: string | undefined, changes: Partial<Settings>): Promise<Tagged<Settings>> {
    return this.requests.put(SETTINGS, tag, changes);
  }

  async renewVerifySecret(): Promise<VerifySecret> {
    return (await this.requests.json("POST", pathOf(SETTINGS, "verify-secret"))) as VerifySecret;
  }

  async removeVerifySecret(): Promise<void> {
    await this.requests.send("DELETE", pathOf(SETTINGS, "verify-secret"));
  }

  async switchOn(): Promise<void> {
    await this.requests.json("PUT", SETTINGS, { enabled: true } satisfies Partial<Settings>);
  }

  /**
   * Whether applications are served in this realm. Where they are not, the contract's own paths are not there; whether that
   * is because the realm is disabled, only who may change realm settings learns.
   */
  async service(administrator: Administrator): Promise<Service> {
    const answer = await this.requests.reach(this.description());
    void answer.text();
    if (answer.status !== 404) {
      return "on";
    }
    const switchedOn =
      mayConfigure(administrator) && ((await this.requests.json("GET", SETTINGS)) as Settings).enabled;
    return switchedOn ? "disabled" : "off";
  }

  private description(): string {
    return `${this.environment.adminBaseUrl}/realms/${encodeURIComponent(this.realm)}/integrations/oauth2/.well-known/oauth-authorization-server`;
  }

  private path(...parts: string[]): string {
    return pathOf(LIST, ...parts);
  }
}
