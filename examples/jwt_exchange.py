#!/usr/bin/env python3
"""A machine to machine application in Python: signs a JWT and exchanges it for a session ID.

    ./demo.sh                            in another terminal, from the repository's root
    python3 examples/jwt_exchange.py     the first run has avery make a key pair

Standard library only; the signature is made by the command openssl, because Python has none.
"""

import argparse
import base64
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

ENVIRONMENT = {
    "WORKFRONT_URL": "http://localhost:8080/realms/acme",
    "WORKFRONT_CLIENT_ID": "acme-m2m",
    "WORKFRONT_CLIENT_SECRET": "acme-m2m-secret-for-the-demo-only",
    "WORKFRONT_CUSTOMER_ID": "ac3e0000000000000000000000000001",
    "WORKFRONT_KEY": str(pathlib.Path(__file__).resolve().with_name("acme-m2m.pem")),
    "WORKFRONT_ADMIN": "avery",
    "WORKFRONT_ADMIN_PASSWORD": "avery",
    "WORKFRONT_API_ID": "acme-api",
    "WORKFRONT_API_SECRET": "acme-api-secret",
}


class Failure(Exception):
    """What went wrong, in a sentence for the person at the terminal."""


def setting(name):
    return os.environ.get(name) or ENVIRONMENT[name]


def call(url, form=None, headers=None, method=None):
    """Sends a form, or nothing, and returns the JSON of the answer."""
    data = None if form is None else urllib.parse.urlencode(form).encode()
    request = urllib.request.Request(url, data, headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refusal:
        raise Failure(f"{refusal.code} {refusal.read().decode(errors='replace')}") from None
    except urllib.error.URLError as error:
        raise Failure(f"{url} does not answer: {error.reason}. Is ./demo.sh running?") from None


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def basic(user, password):
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


def make_key(path):
    """Has the server make a key pair. An administrator does this once, here or on the application's page in the console."""
    url = setting("WORKFRONT_URL")
    if "/realms/" not in url:
        raise Failure(f"there is no key at {path}, and one can be made only with a URL that ends in /realms/NAME")
    token = call(
        url + "/protocol/openid-connect/token",
        {
            "grant_type": "password",
            "client_id": "admin-cli",
            "username": setting("WORKFRONT_ADMIN"),
            "password": setting("WORKFRONT_ADMIN_PASSWORD"),
        },
    )["access_token"]
    applications = url.replace("/realms/", "/admin/realms/") + "/oauth2-applications/"
    made = call(
        applications + setting("WORKFRONT_CLIENT_ID") + "/key-pairs",
        headers={"Authorization": "Bearer " + token},
        method="POST",
    )
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(f"wid: {made['subject']}\n{made['privateKey']}")
    print(f"made {path}, whose public key {setting('WORKFRONT_CLIENT_ID')} has now")


def owner(path):
    """The user the key belongs to: the line before the key."""
    found = re.search(r"^wid: ([0-9a-f]{32})$", path.read_text(encoding="ascii"), re.MULTILINE)
    if not found:
        raise Failure(f"{path} has no line \"wid: …\" that says which user the key belongs to")
    return found[1]


def sign(path, claims):
    signed = base64url(b'{"alg":"RS256"}') + "." + base64url(json.dumps(claims).encode())
    openssl = subprocess.run(
        ["openssl", "dgst", "-sha256", "-binary", "-sign", str(path)], input=signed.encode(), capture_output=True
    )
    if openssl.returncode:
        raise Failure("openssl cannot sign: " + openssl.stderr.decode(errors="replace").strip())
    return signed + "." + base64url(openssl.stdout)


def session_id(path):
    """One exchange. Call it again when the session ID has expired: there is no refresh token."""
    now = int(time.time())
    jwt = sign(
        path,
        {
            "iss": setting("WORKFRONT_CUSTOMER_ID"),
            "sub": owner(path),
            "iat": now,
            "exp": now + 180,
            "jti": str(uuid.uuid4()),
        },
    )
    return call(
        setting("WORKFRONT_URL") + "/integrations/oauth2/api/v1/jwt/exchange",
        {
            "client_id": setting("WORKFRONT_CLIENT_ID"),
            "client_secret": setting("WORKFRONT_CLIENT_SECRET"),
            "jwt_token": jwt,
        },
    )


def introspect(token):
    """What an API does with a session ID that it is sent."""
    return call(
        setting("WORKFRONT_URL") + "/protocol/openid-connect/token/introspect",
        {"token": token},
        basic(setting("WORKFRONT_API_ID"), setting("WORKFRONT_API_SECRET")),
    )


def main():
    defaults = "\n".join(
        f"  {name:26}{'the demo' + chr(39) + 's' if 'SECRET' in name else value}" for name, value in ENVIRONMENT.items()
    )
    argparse.ArgumentParser(
        description="Exchanges a signed JWT for a session ID, checks it as an API would, and ends it.",
        epilog="environment, with what is used if it is not set:\n" + defaults,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    ).parse_args()
    if not shutil.which("openssl"):
        raise Failure("openssl is needed, but it is not in the PATH")
    key = pathlib.Path(setting("WORKFRONT_KEY"))
    if not key.exists():
        make_key(key)

    try:
        answer = session_id(key)
    except Failure as failure:
        hint = f"If the demo was started with new data, it does not know the key. Delete {key} and run this again."
        raise Failure(f"{failure}\n{hint}") from None
    print(f"session ID of the user {answer['wid']}, for {answer['expires_in']} seconds")
    seen = introspect(answer["access_token"])
    if not seen["active"]:
        raise Failure("the session ID is not valid")
    print(f"the session ID belongs to {seen['username']}")
    logout = setting("WORKFRONT_URL") + "/attask/api/v15.0/logout"
    call(logout, headers={"sessionID": answer["access_token"]})
    if introspect(answer["access_token"])["active"]:
        raise Failure("the session ID is still valid")
    print("logged out")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"jwt_exchange.py: {failure}")
