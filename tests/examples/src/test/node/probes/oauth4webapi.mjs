import * as oauth from 'oauth4webapi';

export default async function ({ issuer, mode, clientId, clientSecret, redirectUrl, visit, passed, error }) {
  const http = { [oauth.allowInsecureRequests]: true };
  const types = mode === 'workfront' ? { recognizedTokenTypes: { sessionid: () => {} } } : undefined;
  const as = await oauth
    .discoveryRequest(new URL(issuer), { algorithm: 'oauth2', ...http })
    .then((response) => oauth.processDiscoveryResponse(new URL(issuer), response));
  const client = { client_id: clientId };
  const secret = oauth.ClientSecretBasic(clientSecret);
  const state = oauth.generateRandomState();
  const verifier = oauth.generateRandomCodeVerifier();
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUrl,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const back = await visit(`${as.authorization_endpoint}?${query}`);
  const parameters = oauth.validateAuthResponse(as, client, new URL(back), state);
  const tokens = await oauth.processAuthorizationCodeResponse(
    as,
    client,
    await oauth.authorizationCodeGrantRequest(as, client, secret, parameters, redirectUrl, verifier, http),
    types,
  );
  passed('code', tokens.wid?.length === 32);
  passed('PKCE');
  const refresh = async (token) =>
    oauth.processRefreshTokenResponse(as, client, await oauth.refreshTokenGrantRequest(as, client, secret, token, http), types);
  const refreshed = await refresh(tokens.refresh_token);
  passed('refresh', refreshed.access_token !== tokens.access_token);
  const active = async () =>
    (await oauth.processIntrospectionResponse(as, client, await oauth.introspectionRequest(as, client, secret, refreshed.access_token, http))).active;
  passed('introspect', await active());
  await oauth.processRevocationResponse(await oauth.revocationRequest(as, client, secret, refreshed.refresh_token, http));
  passed('revoke', !(await active()));
  await error(refresh, (refusal) => refusal.error);
}
