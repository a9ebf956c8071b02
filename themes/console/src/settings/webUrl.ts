const LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
const HOST = new RegExp(`^(?:(?:${LABEL}\\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?\\.?|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+])$`, "i");
/** RFC 3986: what is not among these characters has to be percent-encoded; letters of other scripts pass. */
const PATH = /^(?:[\w\-.~:/@!$&'()+,;=]|%[0-9a-f]{2}|[^\x00-\x9f\s])*$/i;
const QUERY = /^(?:[\w\-.~:/?[\]@!$&'()+,;=]|%[0-9a-f]{2}|[^\x00-\x9f\s])*$/i;

export type WebProblem = "user" | "host" | "spelling";

/** What is wrong with an http or https URL, apart from its scheme; as java.net.URI reads it on the server. */
export function webProblem(url: string): WebProblem | undefined {
  const [, authority = "", path = "", query = ""] = url.match(/^https?:\/\/([^/?#]*)([^?#]*)([^#]*)/i) ?? [];
  if (authority.includes("@")) {
    return "user";
  }
  if (!HOST.test(hostOf(url))) {
    return "host";
  }
  return PATH.test(path) && QUERY.test(query) ? undefined : "spelling";
}

/** Without the port; empty where there is none. */
export const hostOf = (url: string): string => url.match(/^https?:\/\/([^/?#]*?)(?::\d*)?(?:[/?#]|$)/i)?.[1] ?? "";

export const isHttps = (url: string): boolean => /^https:/i.test(url);
