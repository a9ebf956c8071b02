import { type ApplicationType, hasOwnScheme } from "../api/application";
import limits from "../limits.json";
import { hostOf, webProblem } from "./webUrl";

/** What keeps a text from being a redirect URL; the server has the last word (its classes RedirectUrl and RedirectSpelling). */
export type RedirectProblem =
  | "empty"
  | "long"
  | "wildcard"
  | "relative"
  | "scheme"
  | "fragment"
  | "user"
  | "host"
  | "http"
  | "own"
  | "spelling"
  | ReturnProblem;

/** What keeps it from coming back exactly as it was registered. */
type ReturnProblem = "urn" | "port" | "address" | "dots" | "opaque" | "brackets" | "parameter" | "answer";

/** Schemes that run, read or send something instead of leading to a program of the developer's. */
export const DANGEROUS: ReadonlySet<string> = new Set(
  (
    "javascript data vbscript file filesystem blob about view-source jar ftp ws wss mailto tel sms intent chrome " +
    "chrome-extension moz-extension resource res mhtml livescript mocha shell search-ms ms-msdt smb ssh sftp telnet " +
    "ldap ldaps sip sips callto facetime"
  ).split(" "),
);
const LOOPBACK = /^(localhost|.+\.localhost|127(\.[0-9]+){3}|\[::1]|\[(0+:){7}0*1])$/;
/** What the answer says itself, in whatever letter case. */
const OF_THE_ANSWER = new Set(
  (
    "code state domain lane iss error error_description error_uri session_state access_token token_type expires_in " +
    "id_token response kc_action kc_action_status"
  ).split(" "),
);

export function redirectProblem(url: string, type: ApplicationType): RedirectProblem | undefined {
  if (url === "") {
    return "empty";
  }
  if (url.length > limits.redirectUrl) {
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
  if (scheme === "urn") {
    return "urn";
  }
  if (url.includes("#")) {
    return "fragment";
  }
  if (scheme !== "http" && scheme !== "https" && !hasOwnScheme(type)) {
    return "own";
  }
  return authorityProblem(url, scheme) ?? returnProblem(url, scheme);
}

function authorityProblem(url: string, scheme: string): RedirectProblem | undefined {
  // RFC 3986: what is not among these characters has to be percent-encoded.
  if (!/^([\w\-.~:/?[\]@!$&'()+,;=]|%[0-9a-f]{2}|[^\x00-\x9f\s])*$/i.test(url)) {
    return "spelling";
  }
  if (scheme !== "http" && scheme !== "https") {
    return /^[^:]*:\/\/[^/?]*@/.test(url) ? "user" : undefined;
  }
  return webProblem(url) ?? (scheme === "http" && !LOOPBACK.test(hostOf(url).toLowerCase()) ? "http" : undefined);
}

function returnProblem(url: string, scheme: string): ReturnProblem | "spelling" | undefined {
  if (!/^[\x21-\x7e]*$/.test(url)) {
    return "spelling";
  }
  const [, authority, path = "", query] = url.match(/^[^:]+:(?:\/\/([^/?]*))?([^?]*)(?:\?(.*))?$/) ?? [];
  const port = authority?.match(/^[^:]*(?:\[[^\]]*])?:([0-9]*)$/)?.[1];
  const byDefault = { http: "80", https: "443" }[scheme];
  if (port !== undefined && (!/^[1-9][0-9]{0,4}$/.test(port) || Number(port) > 65535 || port === byDefault)) {
    return "port";
  }
  if (authority !== undefined && !isAddressPlain(authority, byDefault !== undefined)) {
    return "address";
  }
  if (path.split("/").some((part) => /^(\.|%2e){1,2}$/i.test(part))) {
    return "dots";
  }
  if (query === undefined) {
    return undefined;
  }
  return authority === undefined && !path.startsWith("/") ? "opaque" : queryProblem(query);
}

/** No IP address, or one that browsers do not write in another way; under a scheme of its own they read IPv6 only. */
function isAddressPlain(authority: string, web: boolean): boolean {
  const host = authority.replace(/:[0-9]*$/, "");
  if (!host.startsWith("[") && !(web && /^[0-9.]+$/.test(host))) {
    return true;
  }
  try {
    return new URL(`http://${host}/`).hostname === host;
  } catch {
    return false;
  }
}

function queryProblem(query: string): ReturnProblem | "spelling" | undefined {
  if (/[[\]]/.test(query)) {
    return "brackets";
  }
  for (const pair of query.split("&")) {
    const name = decoded(pair.split("=", 1)[0] ?? "");
    if (name === undefined || decoded(pair) === undefined) {
      return "spelling";
    }
    if (name === "") {
      return "parameter";
    }
    if (OF_THE_ANSWER.has(name.toLowerCase())) {
      return "answer";
    }
  }
  return undefined;
}

/** Nothing where it is not UTF-8. */
function decoded(text: string): string | undefined {
  try {
    const read = decodeURIComponent(text.replaceAll("+", " "));
    return read.includes("\0") ? undefined : read;
  } catch {
    return undefined;
  }
}

/** Where Workfront Fusion takes its users back to (contract, section 2). */
export const FUSION = ["app", "app-eu", "app-az"].map(
  (host) => `https://${host}.workfrontfusion.com/oauth/cb/workfront-workfront`,
);

/** Where nothing has to listen: the code is read off the address bar. */
export const TRIAL = "http://localhost:9999/callback";
