/** Tabs of an application's page, as they stand in the address. */
export const tabs = ["settings", "credentials", "try", "grants"] as const;
export type Tab = (typeof tabs)[number];

/** The same of a registered application. */
export const registeredTabs = ["settings", "statement", "clients", "try"] as const;
export type RegisteredTab = (typeof registeredTabs)[number];

export type RegisteredRoute =
  | { page: "registered-list"; realm: string }
  | { page: "registered-creation"; realm: string }
  | { page: "registered-details"; realm: string; id: string; tab: RegisteredTab };

/** Where in the console we are, when it is one of our pages. */
export type Route =
  | { page: "list"; realm: string }
  | { page: "creation"; realm: string }
  | { page: "gateways"; realm: string }
  | { page: "details"; realm: string; clientId: string; tab: Tab }
  | RegisteredRoute;

/** The pages that stand in the navigation, each with those below it. */
export type List = "list" | "registered-list";

/** The list that a page stands below, or is. */
export const listOf = ({ page }: Route): List => (page.startsWith("registered-") ? "registered-list" : "list");

const SECTION = "oauth2-applications";
const CREATION = "new-oauth2-application";
const GATEWAYS = "oauth2-gateways";
const REGISTERED = "registered-applications";
const REGISTERED_CREATION = "new-registered-application";

export function readRoute(hash: string): Route | undefined {
  const [realm, section, id, tab, ...more] = hash
    .replace(/^#?\/?/, "")
    .replace(/[?].*$/, "")
    .replace(/\/$/, "")
    .split("/")
    .map(decoded);
  if (!realm || more.length > 0) {
    return undefined;
  }
  switch (section) {
    case CREATION:
      return id === undefined ? { page: "creation", realm } : undefined;
    case GATEWAYS:
      return id === undefined ? { page: "gateways", realm } : undefined;
    case REGISTERED_CREATION:
      return id === undefined ? { page: "registered-creation", realm } : undefined;
    case SECTION:
      return id ? { page: "details", realm, clientId: id, tab: known(tabs, tab) } : { page: "list", realm };
    case REGISTERED:
      return id ? { page: "registered-details", realm, id, tab: known(registeredTabs, tab) } : { page: "registered-list", realm };
    default:
      return undefined;
  }
}

/** The first tab where there is none of that name. */
const known = <T extends string>(all: readonly T[], tab: string | undefined): T =>
  all.find((each) => each === tab) ?? (all[0] as T);

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
    case "gateways":
      return `#/${realm}/${GATEWAYS}`;
    case "details":
      return `#/${realm}/${SECTION}/${encodeURIComponent(route.clientId)}${below(route.tab)}`;
    case "registered-list":
      return `#/${realm}/${REGISTERED}`;
    case "registered-creation":
      return `#/${realm}/${REGISTERED_CREATION}`;
    case "registered-details":
      return `#/${realm}/${REGISTERED}/${encodeURIComponent(route.id)}${below(route.tab)}`;
  }
}

const below = (tab: Tab | RegisteredTab) => (tab === "settings" ? "" : `/${tab}`);
