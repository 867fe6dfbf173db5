"""An identity provider on the loopback, whose keys change and which goes away when a test says so."""

import base64
import hashlib
import hmac
import json
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from joserfc import jwt
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, Key, OKPKey, RSAKey

ES256 = ECKey.generate_key("P-256", {"kid": "es", "use": "sig"})
RS256 = RSAKey.generate_key(2048, {"kid": "rs", "use": "sig"})
EDDSA = OKPKey.generate_key("Ed25519", {"kid": "ed", "use": "sig"})
KEYS: dict[str, Key] = {"ES256": ES256, "RS256": RS256, "Ed25519": EDDSA, "EdDSA": EDDSA}


class Provider:
    """Publishes the public half of `keys` at `jwks_url`; `published` stands for them when it is given."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self.keys: list[Key] = [ES256, RS256, EDDSA]
        self.published: bytes | None = None
        self.status = 200
        self.fetched = 0

    @property
    def jwks_url(self) -> str:
        return f"{self.issuer}/jwks"

    def document(self) -> bytes:
        self.fetched += 1
        return self.published or json.dumps({"keys": [key.as_dict(private=False) for key in self.keys]}).encode()

    def claims(self, **other: Any) -> dict[str, Any]:
        """Claims of a token that holds, or what `other` says; a claim that is None is left out."""
        now = int(time.time())
        good = {"iss": self.issuer, "aud": "samenspraak", "sub": "somebody", "iat": now, "exp": now + 600}
        return {name: value for name, value in (good | other).items() if value is not None}

    def token(self, key: Key = ES256, alg: str = "ES256", header: dict[str, Any] | None = None, **claims: Any) -> str:
        made = {"alg": alg, "typ": "at+jwt", "kid": key.kid} | (header or {})
        made = {name: value for name, value in made.items() if value is not None}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SecurityWarning)  # EdDSA is the old name of Ed25519
            return jwt.encode(made, self.claims(**claims), key, algorithms=[alg])


@contextmanager
def serving() -> Iterator[Provider]:
    """A provider that answers on a port of its own."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = provider.document()
            self.send_response(provider.status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    provider = Provider(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def by_hand(header: dict[str, Any], claims: dict[str, Any], secret: bytes | None = None) -> str:
    """A token as an attacker makes it: with HMAC-SHA256 under a secret of theirs, or with no signature."""
    said = ".".join(_encoded(json.dumps(part).encode()) for part in (header, claims))
    signature = hmac.new(secret, said.encode(), hashlib.sha256).digest() if secret is not None else b""
    return f"{said}.{_encoded(signature)}"


def _encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).decode().rstrip("=")
