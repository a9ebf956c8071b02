import Keycloak from "keycloak-js";
import type { Environment } from "../console/environment";

/** The administrator's login is over: only a new one helps. */
export class LoginEnded extends Error {}

/** Hands out the console's access tokens. */
export interface Login {
  token(): Promise<string>;
}

/** A token of the administrator who is logged in at the console, without asking anybody; undefined when nobody is. */
export async function logIn(environment: Environment): Promise<Login | undefined> {
  const keycloak = new Keycloak({
    url: environment.authServerUrl,
    realm: environment.realm,
    clientId: environment.clientId,
  });
  const loggedIn = await keycloak.init({
    onLoad: "check-sso",
    pkceMethod: "S256",
    checkLoginIframe: false,
    silentCheckSsoRedirectUri: location.origin + location.pathname,
    silentCheckSsoFallback: false,
  });
  if (!loggedIn) {
    return undefined;
  }
  return {
    async token() {
      try {
        await keycloak.updateToken(20);
      } catch (reason) {
        // keycloak-js forgets its token only when the server has refused to renew it.
        throw keycloak.authenticated ? reason : new LoginEnded();
      }
      return keycloak.token ?? "";
    },
  };
}
