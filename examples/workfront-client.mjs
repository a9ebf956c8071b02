#!/usr/bin/env node
// A web application that talks as Workfront's own documentation does, in Node and without a library.
//
//   ./demo.sh                            in another terminal, from the repository's root
//   node examples/workfront-client.mjs   then open the address it prints, log in as alice / alice, and press Allow

import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

const HELP = `usage: node examples/workfront-client.mjs [--help]

Waits at the redirect URL for the browser, exchanges the code for a session ID, calls an API with it,
refreshes it and logs out. Needs Node 20 or later. Environment, with what is used if it is not set:

  WORKFRONT_URL            http://localhost:8080/realms/acme
  WORKFRONT_CLIENT_ID      acme-web
  WORKFRONT_CLIENT_SECRET  the demo's
  WORKFRONT_REDIRECT_URL   http://localhost:9999/callback
  WORKFRONT_API_ID         acme-api, the API that checks the session ID
  WORKFRONT_API_SECRET     the demo's
`;

const {
  WORKFRONT_URL: url = 'http://localhost:8080/realms/acme',
  WORKFRONT_CLIENT_ID: clientId = 'acme-web',
  WORKFRONT_CLIENT_SECRET: clientSecret = 'acme-web-secret-for-the-demo-only',
  WORKFRONT_REDIRECT_URL: redirectUrl = 'http://localhost:9999/callback',
  WORKFRONT_API_ID: apiId = 'acme-api',
  WORKFRONT_API_SECRET: apiSecret = 'acme-api-secret',
} = process.env;

/** The five members of an answer, or an error that says what Workfront's dialect says. */
async function token(fields) {
  const response = await fetch(`${url}/integrations/oauth2/api/v1/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, ...fields }),
  });
  const answer = await response.json();
  // `error` is true here, not a string: what is wrong is in `type` and `message`.
  if (!response.ok) throw new Error(`${response.status} ${answer.type ?? answer.error}: ${answer.message ?? answer.error_description}`);
  return answer;
}

/** What the API behind Workfront's does with a session ID that it is sent. */
async function introspect(sessionId) {
  const response = await fetch(`${url}/protocol/openid-connect/token/introspect`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${apiId}:${apiSecret}`).toString('base64')}` },
    body: new URLSearchParams({ token: sessionId }),
  });
  if (!response.ok) throw new Error(`introspection answers ${response.status}`);
  return response.json();
}

/** Waits for the browser at the redirect URL. */
function callback(state) {
  const { port, pathname } = new URL(redirectUrl);
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const { pathname: path, searchParams: parameters } = new URL(request.url, redirectUrl);
      if (path !== pathname) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'Content-Type': 'text/plain', Connection: 'close' }).end('Back at the application. Close this tab.\n');
      server.close();
      if (parameters.has('error')) reject(new Error(`the answer is ${parameters.get('error')}`));
      else if (parameters.get('state') !== state) reject(new Error('this is the answer to another request: state differs'));
      else resolve(parameters);
    });
    server.on('error', reject);
    server.listen(port, '127.0.0.1');
  });
}

async function main() {
  const state = randomBytes(16).toString('hex');
  const back = callback(state);
  const query = new URLSearchParams({ response_type: 'code', client_id: clientId, redirect_uri: redirectUrl, state });
  console.log(`Open this address, log in and press Allow:\n\n  ${url}/integrations/oauth2/authorize?${query}\n`);

  const parameters = await back;
  console.log(`code for the organisation ${parameters.get('domain')}, lane ${parameters.get('lane')}`);
  let tokens = await token({ grant_type: 'authorization_code', code: parameters.get('code'), redirect_uri: redirectUrl });
  console.log(`session ID of the user ${tokens.wid}, for ${tokens.expires_in} seconds`);

  const { active, username } = await introspect(tokens.access_token);
  if (!active) throw new Error('the session ID is not valid');
  console.log(`the session ID belongs to ${username}`);

  // Keep the refresh token of every answer: it is a new one if the application rotates.
  tokens = await token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
  console.log('refreshed');

  // The name of the header is the token type, sessionID.
  const out = await fetch(`${url}/attask/api/v15.0/logout`, { headers: { [tokens.token_type]: tokens.access_token } });
  if (!out.ok || (await introspect(tokens.access_token)).active) throw new Error('the session ID is still valid');
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
  const reason =
    error.code === 'EADDRINUSE'
      ? `port ${error.port} is in use, and the browser comes back there`
      : error.cause?.code === 'ECONNREFUSED'
        ? `${url} does not answer. Is ./demo.sh running?`
        : error.message;
  console.error(`workfront-client.mjs: ${reason}`);
  process.exit(1);
}
