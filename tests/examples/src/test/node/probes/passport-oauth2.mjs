import OAuth2Strategy from 'passport-oauth2';

export default async function ({ clientId, clientSecret, redirectUrl, authorizeUrl, tokenUrl, visit, passed, error }) {
  const session = {};
  /** One request to the application, as Express would hand it on. */
  const request = (address) =>
    new Promise((resolve, reject) => {
      const url = new URL(address);
      const strategy = new OAuth2Strategy(
        { authorizationURL: authorizeUrl, tokenURL: tokenUrl, clientID: clientId, clientSecret, callbackURL: redirectUrl, state: true, pkce: true },
        (accessToken, refreshToken, parameters, profile, done) => done(null, { accessToken, refreshToken, parameters, strategy }),
      );
      strategy.redirect = (to) => resolve(to);
      strategy.success = resolve;
      strategy.fail = (challenge) => reject(new Error(`fail: ${JSON.stringify(challenge)}`));
      strategy.error = reject;
      strategy.authenticate({ session, query: Object.fromEntries(url.searchParams), body: {}, headers: {}, url: url.pathname, connection: {} });
    });

  const back = await visit(await request(redirectUrl));
  const user = await request(back);
  passed('code', user.parameters.wid.length === 32 && Boolean(user.refreshToken));
  passed('PKCE');
  // As passport-oauth2-refresh does.
  const refresh = (token) =>
    new Promise((resolve, reject) => {
      user.strategy._oauth2.getOAuthAccessToken(token, { grant_type: 'refresh_token' }, (refusal, accessToken) =>
        refusal ? reject(refusal) : resolve(accessToken),
      );
    });
  passed('refresh', (await refresh(user.refreshToken)) !== user.accessToken);
  await error(refresh, (refusal) => user.strategy.parseErrorResponse(refusal.data, refusal.statusCode)?.code);
}
