import * as client from 'openid-client';

/** Without allowInsecureRequests. */
export default async function ({ issuer, clientId, clientSecret, passed }) {
  await client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), { algorithm: 'oauth2' });
  passed('discovery');
}
