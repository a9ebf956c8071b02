import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts';

/** With the scope that this library asks for if it is told none: openid. */
export default async function ({ issuer, clientId, clientSecret, redirectUrl, authorizeUrl, tokenUrl, visit, passed }) {
  const client = new OidcClient({
    authority: issuer,
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: redirectUrl,
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    metadata: { issuer, authorization_endpoint: authorizeUrl, token_endpoint: tokenUrl },
  });
  await client.processSigninResponse(await visit((await client.createSigninRequest({})).url));
  passed('code');
}
