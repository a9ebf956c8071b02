import { ACCESS_TOKEN, curl, field, quoted } from "../trial/commands";

/** What a device says about itself that is none, so that it is found among the clients. */
const TRIAL_DEVICE = { primaryHardwareType: "Unknown", model: "Try it", osName: "Linux" };

/** Registers a client (registration, section 1). */
export const registerCommand = (mount: string, statement: string) =>
  curl(`${mount}/o/client/register`, [
    `--header ${quoted("Content-Type: application/json")}`,
    `--header ${quoted(`X-Device-Info: ${btoa(JSON.stringify(TRIAL_DEVICE))}`)}`,
    `--data ${quoted(JSON.stringify({ software_statement: statement }))}`,
  ]);

/** What a registration brought, as far as it was pasted. */
export type Credentials = { clientId: string; clientSecret: string };

export const credentialsIn = (pasted: string): Credentials => ({
  clientId: memberOf(pasted, "client_id"),
  clientSecret: memberOf(pasted, "client_secret"),
});

export const isWhole = ({ clientId, clientSecret }: Credentials) => clientId !== "" && clientSecret !== "";

/** The access token in what a token request has printed. */
export const tokenIn = (pasted: string): string => memberOf(pasted, "access_token");

/** Why a request was refused, in what it has printed. */
export const refusalIn = (pasted: string): string => memberOf(pasted, "error");

const memberOf = (pasted: string, name: string) => pasted.match(new RegExp(`"${name}"\\s*:\\s*"([^"]*)"`))?.[1] ?? "";

/** Takes an access token (registration, section 2). */
export const clientTokenCommand = (mount: string, { clientId, clientSecret }: Credentials) =>
  curl(`${mount}/o/client/token`, [
    field("grant_type", "client_credentials"),
    field("client_id", clientId || "PASTE-THE-CLIENT-ID-HERE"),
    field("client_secret", clientSecret || "PASTE-THE-CLIENT-SECRET-HERE"),
  ]);

/** Asks whether the access token works (registration, section 3). */
export const validateCommand = (mount: string, token: string) =>
  curl(`${mount}/o/client/validate`, ["--request POST", bearing(token)]);

/** Asks what the access token allows (registration, section 3). */
export const scopesCommand = (mount: string, token: string) => curl(`${mount}/o/client/scopes`, [bearing(token)]);

const bearing = (token: string) => `--header ${quoted(`Authorization: Bearer ${token || ACCESS_TOKEN}`)}`;
