import type { RegisteredRoute } from "../console/route";
import { shown } from "../texts/shown";
import type { Part } from "./application";
import type { Service } from "./administration";
import { onlyOn, pathOf, type Requests, type Tagged } from "./requests";

/** What the administration API answers about registered applications: see its OpenAPI description. */
export type RegisteredFields = {
  name: string;
  version: string | null;
  platforms: string[];
  scopes: string[];
  redirectDomains: string[];
  customSchemes: string[];
};

export type RegisteredApplication = RegisteredFields & {
  id: string;
  createdAt: string;
  createdBy: string | null;
  clients: number;
  lastRegistrationAt: string | null;
  revokedAt: string | null;
};

/** What a device says about itself: members of X-Device-Info. */
export type Device = Readonly<Record<string, string>>;

export type RegisteredClient = {
  clientId: string;
  createdAt: string;
  /** When it last took an access token, up to an hour behind; none where it never did. */
  lastUsedAt?: string | null | undefined;
  redirectUri: string | null;
  device: Device;
};

export type Rows<T> = { rows: T[]; part: Part; total: number };

type RegistrationSettings = { enabled: boolean; served: boolean };

const LIST = "registered-applications";
const SETTINGS = "registered-applications-settings";

/** What it is called here; its ID where nothing of the name can be seen. */
export const nameOf = ({ name, id }: { name: string; id: string }): string => shown(name) || id;

/** The administration API of one realm's registered applications. */
export class RegisteredApplications {
  constructor(private readonly requests: Requests) {}

  /** Asks at once for what the page at this address will ask for when it appears. */
  async lookAhead(route: RegisteredRoute): Promise<void> {
    await this.requests.askAhead(route.page === "registered-details" ? pathOf(LIST, route.id) : SETTINGS);
  }

  async service(): Promise<Service> {
    const { enabled, served } = (await this.requests.json("GET", SETTINGS)) as RegistrationSettings;
    return served ? "on" : enabled ? "disabled" : "off";
  }

  async switchOn(): Promise<void> {
    await this.requests.json("PUT", SETTINGS, { enabled: true });
  }

  async list(part: Part): Promise<Rows<RegisteredApplication>> {
    const { rows, total } = await this.requests.part<RegisteredApplication>(LIST, part);
    return { rows, part, total: total ?? rows.length };
  }

  async create(fields: RegisteredFields): Promise<RegisteredApplication> {
    return (await this.requests.json("POST", LIST, fields)) as RegisteredApplication;
  }

  async read(id: string): Promise<Tagged<RegisteredApplication>> {
    return this.requests.tagged(pathOf(LIST, id));
  }

  /** Changes the fields that are sent (RFC 7396), unless somebody else was faster: 412. */
  async change(id: string, tag: string | undefined, changes: Partial<RegisteredFields>): Promise<Tagged<RegisteredApplication>> {
    return this.requests.patch(pathOf(LIST, id), tag, changes);
  }

  async statement(id: string): Promise<string> {
    const said = (await this.requests.json("GET", pathOf(LIST, id, "software-statement"))) as { software_statement: string };
    return said.software_statement;
  }

  /** For good, unless somebody else has changed it: 412. */
  async revoke(id: string, tag: string | undefined): Promise<void> {
    await this.requests.send("POST", pathOf(LIST, id, "revoke"), undefined, onlyOn(tag));
  }

  /** With its clients, unless somebody else has changed it: 412. */
  async delete(id: string, tag: string | undefined): Promise<void> {
    await this.requests.send("DELETE", pathOf(LIST, id), undefined, onlyOn(tag));
  }

  async clients(id: string, search: string, part: Part): Promise<Rows<RegisteredClient>> {
    const path = pathOf(LIST, id, "clients");
    const { rows, total } = await this.requests.part<RegisteredClient>(path, part, search === "" ? {} : { search });
    return { rows, part, total: total ?? rows.length };
  }

  async deleteClient(id: string, clientId: string): Promise<void> {
    await this.requests.send("DELETE", pathOf(LIST, id, "clients", clientId));
  }

  async deleteClients(id: string): Promise<void> {
    await this.requests.send("DELETE", pathOf(LIST, id, "clients"));
  }
}
