import * as arctic from 'arctic';

export default async function ({ clientId, clientSecret, redirectUrl, authorizeUrl, tokenUrl, revocationUrl, visit, passed, error }) {
  const client = new arctic.OAuth2Client(clientId, clientSecret, redirectUrl);
  const state = arctic.generateState();
  const verifier = arctic.generateCodeVerifier();
  const address = client.createAuthorizationURLWithPKCE(authorizeUrl, state, arctic.CodeChallengeMethod.S256, verifier, []);
  const back = await visit(address.href);
  const tokens = await client.validateAuthorizationCode(tokenUrl, new URL(back).searchParams.get('code'), verifier);
  passed('code', tokens.data.wid.length === 32);
  passed('PKCE');
  const refresh = (token) => client.refreshAccessToken(tokenUrl, token, []);
  const refreshed = await refresh(tokens.refreshToken());
  passed('refresh', refreshed.accessToken() !== tokens.accessToken());
  await client.revokeToken(revocationUrl, refreshed.refreshToken());
  passed('revoke', (await refresh(refreshed.refreshToken()).then(() => 'alive', () => 'dead')) === 'dead');
  await error(refresh, (refusal) => refusal.code);
}
