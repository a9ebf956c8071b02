import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts';

/** Its part without a browser's window. Scope and metadata as a page would give them. */
export default async function ({ issuer, clientId, clientSecret, redirectUrl, authorizeUrl, tokenUrl, revocationUrl, visit, passed, error }) {
  const client = new OidcClient({
    authority: issuer,
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: redirectUrl,
    scope: process.env.SCOPE ?? 'workfront',
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    metadata: { issuer, authorization_endpoint: authorizeUrl, token_endpoint: tokenUrl, revocation_endpoint: revocationUrl },
  });
  const back = await visit((await client.createSigninRequest({})).url);
  const tokens = await client.processSigninResponse(back);
  passed('code', Boolean(tokens.access_token && tokens.refresh_token));
  passed('PKCE');
  const refreshed = await client.useRefreshToken({ state: { refresh_token: tokens.refresh_token, profile: {}, data: {} } });
  passed('refresh', refreshed.access_token !== tokens.access_token);
  await client.revokeToken(refreshed.refresh_token, 'refresh_token');
  const refresh = (token) => client.useRefreshToken({ state: { refresh_token: token, profile: {}, data: {} } });
  passed('revoke', (await refresh(refreshed.refresh_token).then(() => 'alive', () => 'dead')) === 'dead');
  await error(refresh, (refusal) => refusal.error);
}
