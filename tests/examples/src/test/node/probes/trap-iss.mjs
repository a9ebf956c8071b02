import * as oauth from 'oauth4webapi';

/** A client that was told endpoints only, and the realm's OpenID Connect issuer with them. */
export default async function ({ issuer, clientId, redirectUrl, authorizeUrl, tokenUrl, visit, passed }) {
  const as = {
    issuer: issuer.replace('/integrations/oauth2', ''),
    authorization_endpoint: authorizeUrl,
    token_endpoint: tokenUrl,
  };
  const state = oauth.generateRandomState();
  const query = new URLSearchParams({ response_type: 'code', client_id: clientId, redirect_uri: redirectUrl, state });
  const back = await visit(`${authorizeUrl}?${query}`);
  oauth.validateAuthResponse(as, { client_id: clientId }, new URL(back), state);
  passed('answer');
}
