import { curl, field, quoted } from "../trial/commands";

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

export function credentialsIn(pasted: string): Credentials {
  const member = (name: string) => pasted.match(new RegExp(`"${name}"\\s*:\\s*"([^"]*)"`))?.[1] ?? "";
  return { clientId: member("client_id"), clientSecret: member("client_secret") };
}

/** Takes an access token (registration, section 2). */
export const clientTokenCommand = (mount: string, { clientId, clientSecret }: Credentials) =>
  curl(`${mount}/o/client/token`, [
    field("grant_type", "client_credentials"),
    field("client_id", clientId || "PASTE-THE-CLIENT-ID-HERE"),
    field("client_secret", clientSecret || "PASTE-THE-CLIENT-SECRET-HERE"),
  ]);
