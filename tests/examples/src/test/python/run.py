"""Runs one probe: run.py NAME. Says and reads the same lines as run.mjs beside it in the folder node."""

import importlib
import os
import sys
import traceback


class Trial:
    def __init__(self):
        url = os.environ["URL"]
        self.issuer = os.environ["ISSUER"]
        self.mode = os.environ["MODE"]
        self.client_id = os.environ["CLIENT_ID"]
        self.client_secret = os.environ["CLIENT_SECRET"]
        self.redirect_url = os.environ["REDIRECT_URL"]
        self.authorize_url = url + "/integrations/oauth2/authorize"
        self.token_url = url + "/integrations/oauth2/api/v1/token"
        self.jwt_exchange_url = url + "/integrations/oauth2/api/v1/jwt/exchange"
        self.introspection_url = url + "/protocol/openid-connect/token/introspect"
        self.revocation_url = url + "/protocol/openid-connect/revoke"
        self.logout_url = url + "/attask/api/v15.0/logout"

    def visit(self, address):
        """Has a user log in and allow the application there; returns the address that the browser was sent to."""
        print("visit: " + address, flush=True)
        return sys.stdin.readline().strip()

    def passed(self, step, held=True):
        if not held:
            raise AssertionError(step + " did not do what it should")
        print("passed: " + step, flush=True)

    def error(self, refresh, reading):
        """The library was given a refresh token that nobody issued: it has to say that this is an invalid_grant."""
        try:
            refresh("1nobodyhasissuedthisrefreshtoken")
            said = None
        except Exception as refusal:
            said = reading(refusal)
        if said != "invalid_grant":
            raise AssertionError(f"error: instead of invalid_grant the library says {said!r}")
        print("passed: error", flush=True)


try:
    importlib.import_module(f"probes.{sys.argv[1]}_probe").probe(Trial())
except Exception as failure:
    print("failed: " + " ".join(f"{type(failure).__name__}: {failure}".split()), flush=True)
    if os.environ.get("TRACE"):
        traceback.print_exc()
