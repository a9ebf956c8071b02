import type { RegisteredApplication, RegisteredClient } from "../src/api/registered";
import type { Call } from "./console";

/** As the server's OpenAPI description has it. */
export const television: RegisteredApplication = {
  id: "0d6c7a52-58c5-4c0e-8f0a-1f0f7a1c2b3d",
  name: "Acme TV",
  version: "1.0",
  platforms: ["tvOS", "Roku OS"],
  scopes: ["api:client:v2"],
  redirectDomains: ["app.example"],
  customSchemes: ["adobepass"],
  createdAt: "2026-03-01T09:30:00.123Z",
  createdBy: "avery",
  clients: 2,
  lastRegistrationAt: "2026-03-02T10:00:00.456Z",
  revokedAt: null,
};

export const LIST = "#/acme/registered-applications";
export const PAGE = `${LIST}/${television.id}`;

export const client = (number: number): RegisteredClient => ({
  clientId: `client-${number}`,
  createdAt: "2026-03-02T10:00:00.456Z",
  lastUsedAt: "2026-03-02T10:00:00.456Z",
  redirectUri: null,
  device: { primaryHardwareType: "SetTopBox", model: `TV ${number}`, manufacturer: "Acme", osName: "tvOS", osVersion: "26.1" },
});

const part = <T,>(path: string, rows: T[]) => {
  const query = new URLSearchParams(path.split("?")[1]);
  const first = Number(query.get("first"));
  return { body: rows.slice(first, first + Number(query.get("max"))), headers: { "X-Total-Count": String(rows.length) } };
};

type State = { on?: boolean; applications?: RegisteredApplication[]; clients?: RegisteredClient[] };

/** Answers as the server does, and does what it is told. */
export function registration({ on = true, applications = [television], clients = [client(1), client(2)] }: State = {}) {
  const state = { on, applications: applications.map((each) => ({ ...each })), clients: [...clients], edition: 1 };
  const answer = (call: Call) => {
    const path = call.path.replace("/admin/realms/acme/", "");
    if (path === "registered-applications-settings") {
      state.on = call.method === "PUT" ? (JSON.parse(call.body) as { enabled: boolean }).enabled : state.on;
      return { body: { enabled: state.on, served: state.on } };
    }
    if (path.startsWith("registered-applications?")) {
      return part(path, state.applications);
    }
    if (path === "registered-applications" && call.method === "POST") {
      const made = { ...television, ...(JSON.parse(call.body) as object), id: "new", clients: 0 };
      state.applications.push(made);
      return { status: 201, body: made, tag: '"1"' };
    }
    const [, id, below, clientId] = path.split("?")[0]?.split("/") ?? [];
    const application = state.applications.find((each) => each.id === id);
    if (!path.startsWith("registered-applications/")) {
      return undefined;
    }
    if (!application) {
      return { status: 404, body: { error: "not_found", errorMessage: "There is no such registered application." } };
    }
    if (below === "software-statement") {
      return { body: { software_statement: `statement.of.${id}` } };
    }
    if (below === "clients") {
      return ofClients(call, path, clientId);
    }
    const condition = call.headers.get("If-Match");
    if (condition !== null && condition !== `"${state.edition}"`) {
      return { status: 412, body: { error: "conflict", errorMessage: "Somebody else." } };
    }
    if (below === "revoke" || call.method === "PATCH") {
      state.edition++;
      Object.assign(application, below ? { revokedAt: "2026-03-03T10:00:00.456Z" } : JSON.parse(call.body));
    }
    if (call.method === "DELETE") {
      state.applications = state.applications.filter((each) => each !== application);
      return { status: 204 };
    }
    return { body: { ...application, clients: state.clients.length }, tag: `"${state.edition}"` };
  };
  const ofClients = (call: Call, path: string, clientId: string | undefined) => {
    if (call.method === "DELETE") {
      state.clients = clientId ? state.clients.filter((each) => each.clientId !== clientId) : [];
      return { status: 204 };
    }
    const search = new URLSearchParams(path.split("?")[1]).get("search")?.toLowerCase() ?? "";
    return part(path, state.clients.filter(({ device }) => JSON.stringify(device).toLowerCase().includes(search)));
  };
  return { state, answer };
}
