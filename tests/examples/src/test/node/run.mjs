// Runs one probe: node run.mjs NAME. It says on standard output where the user's browser has to go ("visit: …"), reads on
// standard input where the browser was sent from there, and says what worked ("passed: code") and what did not ("failed: …").

import { createInterface } from 'node:readline';

const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const { URL: url, ISSUER: issuer, MODE: mode, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret, REDIRECT_URL: redirectUrl } = process.env;

const trial = {
  issuer,
  mode,
  clientId,
  clientSecret,
  redirectUrl,
  authorizeUrl: `${url}/integrations/oauth2/authorize`,
  tokenUrl: `${url}/integrations/oauth2/api/v1/token`,
  jwtExchangeUrl: `${url}/integrations/oauth2/api/v1/jwt/exchange`,
  introspectionUrl: `${url}/protocol/openid-connect/token/introspect`,
  revocationUrl: `${url}/protocol/openid-connect/revoke`,
  workfrontRevocationUrl: `${url}/integrations/oauth2/api/v1/revoke`,
  /** Has a user log in and allow the application there; returns the address that the browser was sent to. */
  async visit(address) {
    console.log(`visit: ${address}`);
    return (await answers.next()).value;
  },
  /** @param {boolean} held whether the step did what it should */
  passed(step, held = true) {
    if (!held) throw new Error(`${step} did not do what it should`);
    console.log(`passed: ${step}`);
  },
  /** The library was given a refresh token that nobody issued: it has to say that this is an invalid_grant. */
  async error(refresh, reading) {
    let refusal;
    try {
      await refresh('1nobodyhasissuedthisrefreshtoken');
    } catch (thrown) {
      refusal = thrown;
    }
    const said = reading(refusal ?? {});
    if (said !== 'invalid_grant') throw new Error(`error: instead of invalid_grant the library says ${JSON.stringify(said)} (${refusal?.message})`);
    console.log('passed: error');
  },
};

try {
  const { default: probe } = await import(`./probes/${process.argv[2]}.mjs`);
  await probe(trial);
} catch (error) {
  const messages = [];
  for (let cause = error; cause && messages.length < 4; cause = cause.cause) {
    if (cause instanceof Error) messages.push(cause.message);
  }
  console.log(`failed: ${messages.join(': ').replaceAll(/\s+/g, ' ')}`);
  if (process.env.TRACE) console.error(error);
}
process.exit(0);
