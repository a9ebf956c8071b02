import os

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

from authlib.common.security import generate_token  # noqa: E402
from authlib.integrations.requests_client import OAuth2Session  # noqa: E402


def probe(trial):
    session = OAuth2Session(
        trial.client_id, trial.client_secret, redirect_uri=trial.redirect_url, code_challenge_method="S256"
    )
    verifier = generate_token(48)
    address, _ = session.create_authorization_url(trial.authorize_url, code_verifier=verifier)
    tokens = session.fetch_token(
        trial.token_url, authorization_response=trial.visit(address), code_verifier=verifier
    )
    trial.passed("code", len(tokens["wid"]) == 32)
    trial.passed("PKCE", "code_challenge=" in address)
    session_id = tokens["access_token"]
    refresh_token = tokens["refresh_token"]

    def refresh(token):
        return session.refresh_token(trial.token_url, refresh_token=token)

    refreshed = refresh(refresh_token)
    trial.passed("refresh", refreshed["access_token"] != session_id)

    def active():
        return session.introspect_token(trial.introspection_url, token=refreshed["access_token"]).json()["active"]

    trial.passed("introspect", active())
    session.revoke_token(trial.revocation_url, token=refresh_token, token_type_hint="refresh_token")
    trial.passed("revoke", not active())
    trial.error(refresh, lambda refusal: getattr(refusal, "error", None))
