import { authorized } from "../api/authorized";
import { Unreachable } from "../api/refusal";
import type { Environment } from "../console/environment";
import { type Login, LoginEnded } from "./login";

/** Who is using the console, and what the server says this person may do in a realm. */
export type Administrator = {
  locale: string;
  roles: ReadonlySet<string>;
  /** Whether the realm is the one this person is a user of: then a key may be the administrator's own. */
  local: boolean;
};

type WhoAmI = { locale?: string; realm_access?: Record<string, string[]> };

/** Fails where the server does not say: what somebody may do is unknown then, and not nothing. */
export async function whoAmI(environment: Environment, login: Login, realm: string): Promise<Administrator> {
  const address = `${environment.adminBaseUrl}/admin/${encodeURIComponent(environment.realm)}/console/whoami?currentRealm=${encodeURIComponent(realm)}`;
  const answer = await authorized(login, (headers) => fetch(address, { headers }).catch(() => Promise.reject(new Unreachable())));
  const said = answer.ok ? ((await answer.json()) as WhoAmI) : nothingAt(answer.status);
  return {
    locale: said.locale ?? "en",
    roles: new Set(said.realm_access?.[realm] ?? []),
    local: environment.realm === realm,
  };
}

/** Who may do nothing in a realm is refused, and where there is no such realm, there is nothing to do. */
function nothingAt(status: number): WhoAmI {
  if (status !== 403 && status !== 404) {
    throw new Error(`${status}`);
  }
  return {};
}

/** Milliseconds before each further attempt. */
const PAUSES = [300, 1000, 2500];

/** Tries again what has failed, unless the login has ended; each failure that is not the last is told. */
export async function insist<T>(attempt: () => Promise<T>, hindered: () => void = () => undefined): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await attempt();
    } catch (reason) {
      if (reason instanceof LoginEnded) {
        throw reason;
      }
      hindered();
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return attempt();
}

export const mayManage = ({ roles }: Administrator) => roles.has("manage-clients");
/** With a permission for what is shown now, whatever the roles. */
export const managing = (administrator: Administrator): Administrator => ({
  ...administrator,
  roles: new Set([...administrator.roles, "manage-clients"]),
});
export const mayConfigure = ({ roles }: Administrator) => roles.has("manage-realm");
export const mayNameOthers = ({ roles }: Administrator) => roles.has("impersonation");
