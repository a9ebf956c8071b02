/** Tabs of an application's page, as they stand in the address. */
export const tabs = ["settings", "credentials", "try", "grants"] as const;
export type Tab = (typeof tabs)[number];

/** Where in the console we are, when it is one of our pages. */
export type Route =
  | { page: "list"; realm: string }
  | { page: "creation"; realm: string }
  | { page: "details"; realm: string; clientId: string; tab: Tab };

const SECTION = "oauth2-applications";
const CREATION = "new-oauth2-application";

export function readRoute(hash: string): Route | undefined {
  const [realm, section, clientId, tab, ...more] = hash
    .replace(/^#?\/?/, "")
    .replace(/[?].*$/, "")
    .replace(/\/$/, "")
    .split("/")
    .map(decoded);
  if (!realm || more.length > 0) {
    return undefined;
  }
  if (section === CREATION && clientId === undefined) {
    return { page: "creation", realm };
  }
  if (section !== SECTION) {
    return undefined;
  }
  if (!clientId) {
    return { page: "list", realm };
  }
  return { page: "details", realm, clientId, tab: tabs.find((known) => known === tab) ?? "settings" };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function hashOf(route: Route): string {
  const realm = encodeURIComponent(route.realm);
  switch (route.page) {
    case "list":
      return `#/${realm}/${SECTION}`;
    case "creation":
      return `#/${realm}/${CREATION}`;
    case "details":
      return `#/${realm}/${SECTION}/${encodeURIComponent(route.clientId)}${route.tab === "settings" ? "" : `/${route.tab}`}`;
  }
}
