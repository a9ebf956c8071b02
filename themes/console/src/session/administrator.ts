import type { Environment } from "../console/environment";
import type { Login } from "./login";

/** Who is using the console, and what the server says this person may do in a realm. */
export type Administrator = {
  locale: string;
  roles: ReadonlySet<string>;
  /** Whether the realm is the one this person is a user of: then a key may be the administrator's own. */
  local: boolean;
};

type WhoAmI = { locale?: string; realm_access?: Record<string, string[]> };

export async function whoAmI(environment: Environment, login: Login, realm: string): Promise<Administrator> {
  const address = `${environment.adminBaseUrl}/admin/${encodeURIComponent(environment.realm)}/console/whoami?currentRealm=${encodeURIComponent(realm)}`;
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${await login.token()}` } });
  const said: WhoAmI = answer.ok ? ((await answer.json()) as WhoAmI) : {};
  return {
    locale: said.locale ?? "en",
    roles: new Set(said.realm_access?.[realm] ?? []),
    local: environment.realm === realm,
  };
}

export const mayManage = ({ roles }: Administrator) => roles.has("manage-clients");
/** With a permission for what is shown now, whatever the roles. */
export const managing = (administrator: Administrator): Administrator => ({
  ...administrator,
  roles: new Set([...administrator.roles, "manage-clients"]),
});
export const mayConfigure = ({ roles }: Administrator) => roles.has("manage-realm");
export const mayNameOthers = ({ roles }: Administrator) => roles.has("impersonation");
