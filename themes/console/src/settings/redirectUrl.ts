import { type ApplicationType, hasOwnScheme } from "../api/application";

/** What keeps a text from being a redirect URL; the server has the last word (its class RedirectUrl). */
export type RedirectProblem = "empty" | "long" | "wildcard" | "relative" | "scheme" | "fragment" | "user" | "host" | "http" | "own" | "spelling";

/** Schemes that run or read something in the browser instead of leading to a program. */
const DANGEROUS = new Set(["javascript", "data", "vbscript", "file", "blob", "about", "ftp", "ws", "wss"]);
const LOOPBACK = /^(localhost|.+\.localhost|127(\.[0-9]+){3}|\[::1]|\[(0+:){7}0*1])$/;

export function redirectProblem(url: string, type: ApplicationType): RedirectProblem | undefined {
  if (url === "") {
    return "empty";
  }
  if (url.length > 255) {
    return "long";
  }
  if (url.includes("*")) {
    return "wildcard";
  }
  const scheme = url.match(/^([a-z][a-z0-9+.-]*):./i)?.[1]?.toLowerCase();
  if (!scheme) {
    return "relative";
  }
  if (DANGEROUS.has(scheme)) {
    return "scheme";
  }
  if (url.includes("#")) {
    return "fragment";
  }
  // RFC 3986: what is not among these characters has to be percent-encoded.
  if (!/^([\w\-.~:/?[\]@!$&'()+,;=]|%[0-9a-f]{2}|[^\x00-\x9f\s])*$/i.test(url)) {
    return "spelling";
  }
  if (scheme !== "http" && scheme !== "https") {
    return hasOwnScheme(type) ? undefined : "own";
  }
  const authority = url.match(/^https?:\/\/([^/?]*)/i)?.[1];
  if (authority?.includes("@")) {
    return "user";
  }
  const host = authority?.match(/^(\[[0-9a-f:.]+]|[a-z0-9.-]+)(:\d*)?$/i)?.[1]?.toLowerCase();
  if (!host) {
    return "host";
  }
  return scheme === "http" && !LOOPBACK.test(host) ? "http" : undefined;
}

/** Where Workfront Fusion takes its users back to (contract, section 2). */
export const FUSION = ["app", "app-eu", "app-az"].map(
  (host) => `https://${host}.workfrontfusion.com/oauth/cb/workfront-workfront`,
);

/** Where nothing has to listen: the code is read off the address bar. */
export const TRIAL = "http://localhost:9999/callback";
