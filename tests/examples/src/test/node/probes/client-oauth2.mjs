import ClientOAuth2 from 'client-oauth2';
import { pkce } from '../pkce.mjs';

export default async function ({ clientId, clientSecret, redirectUrl, authorizeUrl, tokenUrl, visit, passed, error }) {
  const client = new ClientOAuth2({ clientId, clientSecret, authorizationUri: authorizeUrl, accessTokenUri: tokenUrl, redirectUri: redirectUrl });
  const state = 'client-oauth2';
  const { verifier, challenge } = pkce();
  const back = await visit(client.code.getUri({ state, query: { code_challenge: challenge, code_challenge_method: 'S256' } }));
  const token = await client.code.getToken(back, { state, body: { code_verifier: verifier } });
  passed('code', token.data.wid.length === 32);
  passed('PKCE');
  const refreshed = await token.refresh();
  passed('refresh', refreshed.accessToken !== token.accessToken);
  await error(
    (stranger) => client.createToken('none', stranger, 'bearer', {}).refresh(),
    (refusal) => refusal.body?.error,
  );
}
