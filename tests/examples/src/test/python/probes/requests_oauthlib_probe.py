import os

from requests.auth import HTTPBasicAuth

os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"

from requests_oauthlib import OAuth2Session  # noqa: E402


def probe(trial):
    session = OAuth2Session(trial.client_id, redirect_uri=trial.redirect_url, pkce="S256")
    address, _ = session.authorization_url(trial.authorize_url)
    tokens = session.fetch_token(
        trial.token_url, authorization_response=trial.visit(address), client_secret=trial.client_secret
    )
    trial.passed("code", len(tokens["wid"]) == 32)
    trial.passed("PKCE", "code_challenge=" in address)
    basic = HTTPBasicAuth(trial.client_id, trial.client_secret)
    session_id = tokens["access_token"]
    refresh_token = tokens["refresh_token"]

    def refresh(token):
        return session.refresh_token(trial.token_url, refresh_token=token, auth=basic)

    trial.passed("refresh", refresh(refresh_token)["access_token"] != session_id)
    # The library sends the session ID by itself, as its token type says.
    trial.passed("logout", session.get(trial.logout_url).ok)
    trial.error(refresh, lambda refusal: getattr(refusal, "error", None))
