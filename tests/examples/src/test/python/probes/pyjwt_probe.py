import os
import time
import uuid

import jwt
import requests


def probe(trial):
    """A JWT library: what is signed with it is exchanged with requests."""
    claims = {
        "iss": os.environ["CUSTOMER_ID"],
        "sub": os.environ["SUBJECT"],
        "exp": int(time.time()) + 180,
        "jti": str(uuid.uuid4()),
    }
    answer = requests.post(
        trial.jwt_exchange_url,
        data={
            "client_id": trial.client_id,
            "client_secret": trial.client_secret,
            "jwt_token": jwt.encode(claims, os.environ["PRIVATE_KEY"], algorithm="RS256"),
        },
        timeout=30,
    )
    answer.raise_for_status()
    trial.passed("JWT exchange", answer.json()["wid"] == claims["sub"])
