import { OAuth2Client, generateCodeVerifier } from '@badgateway/oauth2-client';

export default async function ({ clientId, clientSecret, redirectUrl, authorizeUrl, tokenUrl, introspectionUrl, revocationUrl, visit, passed, error }) {
  const client = new OAuth2Client({
    server: new URL(tokenUrl).origin,
    clientId,
    clientSecret,
    authorizationEndpoint: authorizeUrl,
    tokenEndpoint: tokenUrl,
    introspectionEndpoint: introspectionUrl,
    revocationEndpoint: revocationUrl,
    authenticationMethod: 'client_secret_basic',
  });
  const state = 'badgateway';
  const codeVerifier = await generateCodeVerifier();
  const back = await visit(await client.authorizationCode.getAuthorizeUri({ redirectUri: redirectUrl, state, codeVerifier }));
  const token = await client.authorizationCode.getTokenFromCodeRedirect(back, { redirectUri: redirectUrl, state, codeVerifier });
  passed('code', Boolean(token.accessToken && token.refreshToken));
  passed('PKCE');
  const refreshed = await client.refreshToken(token);
  passed('refresh', refreshed.accessToken !== token.accessToken);
  passed('introspect', (await client.introspect(refreshed)).active);
  await client.revoke(refreshed, 'refresh_token');
  passed('revoke', !(await client.introspect(refreshed)).active);
  await error((stranger) => client.refreshToken({ refreshToken: stranger }), (refusal) => refusal.oauth2Code);
}
