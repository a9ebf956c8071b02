// Everything a single page application does with Workfront's OAuth2. There is no secret: PKCE takes its place.

const REDIRECT_URL = `${location.origin}/spa`;

const element = (id) => document.getElementById(id);
const say = (text) => { element('status').textContent = text; };

/** In memory only: whoever can read the storage of the page could use them as long as they live. */
let tokens;

/** What has to survive the way to the login page and back. The next use of the page takes it out. */
const login = {
  keep: (values) => sessionStorage.setItem('login', JSON.stringify(values)),
  take: () => {
    const values = sessionStorage.getItem('login');
    sessionStorage.removeItem('login');
    return values && JSON.parse(values);
  },
};

/** Where the demo is, until another host is entered. */
const settings = () => ({ host: 'http://acme.my.localhost:8080', client: 'acme-spa', ...JSON.parse(localStorage.getItem('settings')) });

function base64url(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** Sends the browser to the login page. */
async function logIn(host, client) {
  const verifier = random();
  const state = random();
  login.keep({ host, client, verifier, state });
  const challenge = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  location.assign(`${host}/integrations/oauth2/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: REDIRECT_URL,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })}`);
}

/** Asks for tokens, or for their end. Without credentials: the browser sends no cookies. */
async function post(path, fields) {
  const { host, client } = settings();
  const response = await fetch(`${host}/integrations/oauth2/api/v1/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ client_id: client, ...fields }),
  });
  const answer = await response.json();
  // In Workfront's dialect `error` is true, and what is wrong is in `message`.
  if (!response.ok) throw new Error(answer.message ?? answer.error_description ?? `status ${response.status}`);
  return answer;
}

function show(text) {
  element('start').hidden = Boolean(tokens);
  element('session').hidden = !tokens;
  say(text);
}

/** The browser is back from the login page. */
async function comeBack(parameters) {
  // The code does not stay in the address bar, in the history, or in what others learn as the referrer.
  history.replaceState(null, '', REDIRECT_URL);
  const begun = login.take();
  if (!begun || parameters.get('state') !== begun.state) throw new Error('This is not the answer to a login that began here.');
  // On an organisation's own host, the issuer is the host.
  if (parameters.get('iss') !== begun.host) throw new Error('This is the answer of another server.');
  if (parameters.has('error')) {
    throw new Error(parameters.get('error') === 'access_denied' ? 'You did not allow it.' : parameters.get('error'));
  }
  tokens = await post('token', {
    grant_type: 'authorization_code',
    code: parameters.get('code'),
    redirect_uri: REDIRECT_URL,
    code_verifier: begun.verifier,
  });
  show(`You are logged in at ${parameters.get('domain')}, lane ${parameters.get('lane')}, as user ${tokens.wid}.`);
}

/** A new session ID. This application rotates: the answer has a new refresh token as well. */
async function refresh() {
  tokens = await post('token', { grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
  show(`Refreshed. The session ID is valid for ${tokens.expires_in} seconds.`);
}

/** Ends the grant: the session ID and the refresh token stop working immediately. */
async function logOut() {
  await post('revoke', { refresh_token: tokens.refresh_token });
  tokens = undefined;
  show('You are logged out.');
}

/** Says what went wrong instead of failing silently. */
const saying = (action) => async (event) => {
  event?.preventDefault();
  try {
    await action();
  } catch (error) {
    show(error instanceof TypeError ? `${settings().host} does not answer, or does not know this page.` : error.message);
  }
};

element('host').value = settings().host;
element('client').value = settings().client;
element('start').addEventListener('submit', saying(async () => {
  const chosen = { host: element('host').value.replace(/\/+$/, ''), client: element('client').value };
  localStorage.setItem('settings', JSON.stringify(chosen));
  await logIn(chosen.host, chosen.client);
}));
element('refresh').addEventListener('click', saying(refresh));
element('log-out').addEventListener('click', saying(logOut));

const parameters = new URLSearchParams(location.search);
if (parameters.has('state')) await saying(() => comeBack(parameters))();
