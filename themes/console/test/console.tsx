import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type RenderResult, act, render } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { onTestFinished, vi } from "vitest";
import { ConsolePages } from "../src/ConsolePages";
import type { Application } from "../src/api/application";
import type { Environment } from "../src/console/environment";
import { Leaving } from "../src/console/leaving";
import { Stage } from "../src/console/stage";
import type { Login } from "../src/session/login";
import { textsOf } from "../src/texts/texts";

export const environment: Environment = {
  serverBaseUrl: "https://login.example.com",
  adminBaseUrl: "https://login.example.com",
  authServerUrl: "https://login.example.com",
  realm: "acme",
  clientId: "security-admin-console",
};

const MESSAGES = join(process.cwd(), "../src/main/resources/theme/workfront/admin/messages");

export const languages = (): string[] =>
  readdirSync(MESSAGES).flatMap((file) => /^messages_(\w+)\.properties$/.exec(file)?.[1] ?? []);

export function messages(language: string): Record<string, string> {
  const file = join(MESSAGES, `messages_${language}.properties`);
  return Object.fromEntries(
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("workfront."))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
}

/** As the server's OpenAPI description has it. */
export const timesheets: Application = {
  clientId: "5f0c3a52d1b94e0c9a3e8f6d7b2c1a04",
  type: "web",
  name: "Timesheets",
  description: "Books hours on tasks",
  standardResponses: false,
  redirectUrls: ["https://timesheets.example.com/callback"],
  rotateRefreshTokens: false,
  refreshGraceSeconds: 30,
  absoluteExpirationSeconds: 2592000,
  inactiveExpirationSeconds: null,
  appDescriptionUrl: null,
  developerName: "Example Ltd",
  developerEmail: "developers@example.com",
  privacyPolicyUrl: null,
  logoUrl: null,
  secrets: [{ id: "0b54c1de-7c5b-4a61-9d53-2a9f0c1b7e11", createdAt: "2026-03-01T09:30:00.123Z", lastUsedAt: null }],
  publicKeys: [],
  createdAt: "2026-03-01T09:30:00.123Z",
  createdBy: "avery",
  lastUsedAt: null,
  activeGrants: 2,
};

export type Call = { method: string; path: string; headers: Headers; body: string };
type Answer = { status?: number; body?: unknown; tag?: string; headers?: Record<string, string> };
export type Server = (call: Call) => Answer | undefined | Promise<Answer | undefined>;

const everything = ["view-clients", "manage-clients", "manage-realm", "impersonation"];

type Opened = RenderResult & { calls: Call[]; user: UserEvent; go: (hash: string) => void };

/** The pages in a console of bare landmarks, at an address, with a server that answers as told. */
export async function openConsole(hash: string, server: Server, roles = everything, login?: Login): Promise<Opened> {
  const calls: Call[] = [];
  vi.stubGlobal("fetch", async (address: string, request: RequestInit = {}) => {
    const call = {
      method: request.method ?? "GET",
      path: address.replace("https://login.example.com", ""),
      headers: new Headers(request.headers),
      body: typeof request.body === "string" ? request.body : "",
    };
    calls.push(call);
    const answer = (await server(call)) ?? standing(call, roles);
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
      status: answer.status ?? 200,
      headers: { ...answer.headers, ...(answer.tag ? { ETag: answer.tag } : {}) },
    });
  });
  document.body.innerHTML = `
    <ul><li><a id="nav-item-clients" href="#/acme/clients">Clients</a></li></ul>
    <main id="kc-main-content-page-container"><p>The console's own</p></main>`;
  history.replaceState(null, "", `/${hash}`);
  const leaving = new Leaving();
  const stage = new Stage();
  onTestFinished(leaving.open());
  onTestFinished(stage.open({ list: "OAuth2 applications", "registered-list": "Registered applications" }));
  const texts = textsOf("en", messages("en"));
  const page = render(
    <ConsolePages
      environment={environment}
      login={login ?? { refused: () => undefined, token: async () => "token" }}
      texts={texts}
      stage={stage}
      leaving={leaving}
    />,
    { container: stage.host },
  );
  const go = (target: string) =>
    act(() => {
      history.pushState(null, "", `/${target}`);
      window.dispatchEvent(new PopStateEvent("popstate"));
    });
  return { ...page, calls, user: userEvent.setup(), go };
}

function standing(call: Call, roles: string[]): Answer {
  if (call.path.includes("/whoami")) {
    return { body: { locale: "en", realm_access: { acme: roles } } };
  }
  if (call.path.includes("/.well-known/")) {
    return { body: {} };
  }
  if (call.method === "GET" && call.path.endsWith("/oauth2-applications-settings")) {
    return { body: { enabled: true, limit: 10, customerId: "ac3e0000000000000000000000000001" } };
  }
  if (call.path.includes("/clients?clientId=")) {
    return { body: [{ access: { manage: roles.includes("manage-clients") } }] };
  }
  throw new Error(`Nobody answers ${call.method} ${call.path}`);
}

export const list = (...applications: Application[]) => ({
  body: { limit: 10, count: applications.length, customerId: "ac3e0000000000000000000000000001", applications },
});

export const at = (call: Call, method: string, end: string) => call.method === method && call.path.endsWith(end);
