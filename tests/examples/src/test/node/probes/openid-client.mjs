import * as client from 'openid-client';

export default async function ({ issuer, mode, clientId, clientSecret, redirectUrl, visit, passed, error }) {
  const config = await client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
    algorithm: 'oauth2',
    execute: [client.allowInsecureRequests],
  });
  if (mode === 'workfront') config[client.customFetch] = asBearer;
  const state = client.randomState();
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const back = await visit(
    client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUrl,
      state,
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    }).href,
  );
  const tokens = await client.authorizationCodeGrant(config, new URL(back), { expectedState: state, pkceCodeVerifier });
  passed('code', tokens.wid?.length === 32);
  passed('PKCE');
  const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
  passed('refresh', refreshed.access_token !== tokens.access_token);
  passed('introspect', (await client.tokenIntrospection(config, refreshed.access_token)).active);
  await client.tokenRevocation(config, refreshed.refresh_token);
  passed('revoke', !(await client.tokenIntrospection(config, refreshed.access_token)).active);
  await error((token) => client.refreshTokenGrant(config, token), (refusal) => refusal.error);
}

/** The library knows two token types, and sessionID is neither. */
async function asBearer(address, options) {
  const response = await fetch(address, options);
  if (!String(address).endsWith('/token')) return response;
  const answer = await response.json();
  const standard = response.ok ? { ...answer, token_type: 'Bearer' } : { ...answer, error: answer.type };
  return new Response(JSON.stringify(standard), { status: response.status, headers: { 'content-type': 'application/json' } });
}
