// A web application in Node with the library openid-client. Beside ./demo.sh, from the repository's root:
//
//   eval "$(examples/standard-application.sh)"      an application with standard OAuth2 responses
//   cd examples/openid-client && npm ci
//   node login.mjs                                  then open the address it prints, and log in as alice / alice

import { createServer } from 'node:http';
import * as client from 'openid-client';

const HELP = `usage: node login.mjs [--help]

Waits at the redirect URL for the browser, exchanges the code, checks the session ID, refreshes it
and revokes it. Environment, with what is used if it is not set:

  WORKFRONT_CLIENT_ID, WORKFRONT_CLIENT_SECRET    no default: they come from
                           eval "$(examples/standard-application.sh)"
  WORKFRONT_URL            http://localhost:8080/realms/acme
  WORKFRONT_REDIRECT_URL   http://localhost:9999/callback
`;

const {
  WORKFRONT_URL: url = 'http://localhost:8080/realms/acme',
  WORKFRONT_CLIENT_ID: clientId,
  WORKFRONT_CLIENT_SECRET: clientSecret,
  WORKFRONT_REDIRECT_URL: redirectUrl = 'http://localhost:9999/callback',
} = process.env;

/** Waits for the browser at the redirect URL; returns the address it was sent to. */
function callback() {
  const { port, pathname } = new URL(redirectUrl);
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const address = new URL(request.url, redirectUrl);
      if (address.pathname !== pathname) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'Content-Type': 'text/plain', Connection: 'close' }).end('Back at the application. Close this tab.\n');
      server.close();
      resolve(address);
    });
    server.on('error', reject);
    server.listen(port, '127.0.0.1');
  });
}

async function main() {
  if (!clientId || !clientSecret) {
    throw new Error('WORKFRONT_CLIENT_ID or WORKFRONT_CLIENT_SECRET is not set: eval "$(examples/standard-application.sh)"');
  }
  // The issuer of an organisation's own host is that host, such as https://acme.my.workfront.example; of a realm's
  // path it is this. `oauth2` because there is no OpenID Connect; allowInsecureRequests for HTTP, in the demo only.
  const issuer = new URL(`${url}/integrations/oauth2`);
  const config = await client.discovery(issuer, clientId, undefined, client.ClientSecretBasic(clientSecret), {
    algorithm: 'oauth2',
    execute: [client.allowInsecureRequests],
  });

  const back = callback();
  const state = client.randomState();
  const verifier = client.randomPKCECodeVerifier();
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUrl,
    state,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  console.log(`Open this address, log in and press Allow:\n\n  ${address.href}\n`);

  // Checks state and iss.
  const tokens = await client.authorizationCodeGrant(config, await back, { expectedState: state, pkceCodeVerifier: verifier });
  console.log(`session ID of the user ${tokens.wid}, for ${tokens.expires_in} seconds`);

  // An application may ask about its own session IDs.
  const seen = await client.tokenIntrospection(config, tokens.access_token);
  if (!seen.active) throw new Error('the session ID is not valid');
  console.log(`the session ID belongs to ${seen.username}`);

  const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
  console.log('refreshed');

  await client.tokenRevocation(config, refreshed.refresh_token);
  if ((await client.tokenIntrospection(config, refreshed.access_token)).active) throw new Error('the session ID is still valid');
  console.log('logged out');
}

if (process.argv.length > 2) {
  const asked = ['--help', '-h'].includes(process.argv[2]);
  (asked ? process.stdout : process.stderr).write(HELP);
  process.exit(asked ? 0 : 2);
}
try {
  await main();
} catch (error) {
  const code = error.code ?? error.cause?.code ?? error.cause?.cause?.code;
  // Not the whole error: it may hold the answer of the server, with the tokens.
  const reason =
    code === 'EADDRINUSE'
      ? `port ${error.port} is in use, and the browser comes back there`
      : code === 'ECONNREFUSED'
        ? `${url} does not answer. Is ./demo.sh running?`
        : code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE'
          ? 'the client ID or the secret is wrong'
          : error.cause?.message?.includes('token_type')
            ? 'this application has no standard OAuth2 responses: eval "$(examples/standard-application.sh)"'
            : [error.message, error.error, error.error_description].filter(Boolean).join(': ');
  console.error(`login.mjs: ${reason}`);
  process.exit(1);
}
