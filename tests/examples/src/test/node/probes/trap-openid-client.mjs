import * as client from 'openid-client';

/** An application that speaks Workfront's dialect, and nothing set for it. */
export default async function ({ issuer, clientId, clientSecret, redirectUrl, visit, passed }) {
  const config = await client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
    algorithm: 'oauth2',
    execute: [client.allowInsecureRequests],
  });
  const expectedState = client.randomState();
  const back = await visit(client.buildAuthorizationUrl(config, { redirect_uri: redirectUrl, state: expectedState }).href);
  await client.authorizationCodeGrant(config, new URL(back), { expectedState });
  passed('code');
}
