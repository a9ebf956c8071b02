import { type ApplicationType, hasOwnScheme } from "../api/application";
import { hostOf, webProblem } from "./webUrl";

/** What keeps a text from being a redirect URL; the server has the last word (its class RedirectUrl). */
export type RedirectProblem = "empty" | "long" | "wildcard" | "relative" | "scheme" | "fragment" | "user" | "host" | "http" | "own" | "spelling";

/** Schemes that run, read or send something instead of leading to a program of the developer's. */
const DANGEROUS = new Set(
  "javascript data vbscript file filesystem blob about view-source jar ftp ws wss mailto tel sms intent chrome".split(" "),
);
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
    return !hasOwnScheme(type) ? "own" : /^[^:]*:\/\/[^/?]*@/.test(url) ? "user" : undefined;
  }
  return webProblem(url) ?? (scheme === "http" && !LOOPBACK.test(hostOf(url).toLowerCase()) ? "http" : undefined);
}

/** Where Workfront Fusion takes its users back to (contract, section 2). */
export const FUSION = ["app", "app-eu", "app-az"].map(
  (host) => `https://${host}.workfrontfusion.com/oauth/cb/workfront-workfront`,
);

/** Where nothing has to listen: the code is read off the address bar. */
export const TRIAL = "http://localhost:9999/callback";
