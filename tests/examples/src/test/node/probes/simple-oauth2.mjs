import oauth from 'simple-oauth2';
import { pkce } from '../pkce.mjs';

export default async function ({ clientId, clientSecret, redirectUrl, authorizeUrl, tokenUrl, workfrontRevocationUrl, visit, passed, error }) {
  const path = (address) => new URL(address).pathname;
  const client = new oauth.AuthorizationCode({
    client: { id: clientId, secret: clientSecret },
    auth: {
      tokenHost: new URL(tokenUrl).origin,
      authorizePath: path(authorizeUrl),
      tokenPath: path(tokenUrl),
      // Not the standard endpoint: its answer is empty, and this library insists on JSON.
      revokePath: path(workfrontRevocationUrl),
    },
  });
  const { verifier, challenge } = pkce();
  const back = await visit(
    client.authorizeURL({ redirect_uri: redirectUrl, state: 'simple', code_challenge: challenge, code_challenge_method: 'S256' }),
  );
  const code = new URL(back).searchParams.get('code');
  const token = await client.getToken({ code, redirect_uri: redirectUrl, code_verifier: verifier });
  passed('code', token.token.wid.length === 32);
  passed('PKCE');
  const refreshed = await token.refresh();
  passed('refresh', refreshed.token.access_token !== token.token.access_token);
  await refreshed.revoke('refresh_token');
  const after = await refreshed.refresh().then(() => 'alive', () => 'dead');
  passed('revoke', after === 'dead');
  await error(
    (stranger) => client.createToken({ refresh_token: stranger }).refresh(),
    (refusal) => refusal.data?.payload?.error,
  );
}
