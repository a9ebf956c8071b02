import axios from 'axios';
import { authorizationCode, refreshToken } from 'axios-oauth-client';

/** It has no PKCE, and no way to send a verifier. */
export default async function ({ clientId, clientSecret, redirectUrl, authorizeUrl, tokenUrl, visit, passed, error }) {
  const query = new URLSearchParams({ response_type: 'code', client_id: clientId, redirect_uri: redirectUrl, state: 'axios' });
  const back = await visit(`${authorizeUrl}?${query}`);
  const exchange = authorizationCode(axios.create(), tokenUrl, clientId, clientSecret, redirectUrl);
  const tokens = await exchange(new URL(back).searchParams.get('code'));
  passed('code', tokens.wid.length === 32);
  const refresh = refreshToken(axios.create(), tokenUrl, clientId, clientSecret);
  passed('refresh', (await refresh(tokens.refresh_token)).access_token !== tokens.access_token);
  await error(refresh, (refusal) => refusal.response?.data?.error);
}
