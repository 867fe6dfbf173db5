"""The embedded token issuer of the first run: an identity provider in miniature, which refuses to start in production.

Its keys and clients live in the data folder, not in the database: to the rest of the house it is just another issuer.
"""

import hashlib
import hmac
import json
import os
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from api.authentication import TrustedIssuer
from api.oauth import router
from domain.kernel.identity_provider import Issuer
from domain.kernel.permissions import Permission, Role
from domain.kernel.settings import Settings

ISSUER = "urn:samenspraak:embedded"
AUDIENCE = "samenspraak"
CLIENT_TOKEN_SECONDS = 3600


@dataclass(frozen=True)
class EmbeddedIssuer:
    """Signs tokens with a key of its own (ES256)."""

    folder: Path
    key: ECKey

    @classmethod
    def of(cls, settings: Settings) -> "EmbeddedIssuer":
        """The issuer of this data folder; the first call makes its key.

        Raises:
            RuntimeError: in production.
        """
        if settings.production:
            raise RuntimeError("the embedded issuer does not start in production: name your own with ISSUERS")
        folder = settings.data_dir / "issuer"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / "key.json"
        if not path.exists():
            made = ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256", "kid": secrets.token_hex(8)})
            _write_once(path, json.dumps(made.as_dict(private=True)))
        return cls(folder, ECKey.import_key(json.loads(path.read_text())))

    @property
    def trusted(self) -> TrustedIssuer:
        issuer = Issuer(issuer=ISSUER, jwks_url="", audience=AUDIENCE, algorithms=["ES256"])
        return TrustedIssuer(issuer, KeySet([self.key]))

    def token(self, subject: str, *, seconds: int, scope: str = "") -> str:
        """A signed access token (RFC 9068) for this subject."""
        now = int(time.time())
        claims = {"iss": ISSUER, "aud": AUDIENCE, "sub": subject, "iat": now, "exp": now + seconds}
        header = {"alg": "ES256", "typ": "at+jwt", "kid": self.key.kid}
        more = {"jti": secrets.token_hex(8), "client_id": subject} | ({"scope": scope} if scope else {})
        return jwt.encode(header, claims | more, self.key)

    def register(self, client_id: str, scope: str) -> str:
        """Make a client, or give an existing one a new secret. Only a hash of the secret is kept."""
        secret = secrets.token_urlsafe(24)
        clients = self._clients() | {client_id: {"secret_sha256": _digest(secret), "scope": scope}}
        path = self.folder / "clients.json"
        draft = path.with_suffix(".new")
        draft.write_text(json.dumps(clients))
        draft.replace(path)
        return secret

    def client_token(self, client_id: str, secret: str) -> dict[str, Any] | None:
        """The answer of the token endpoint to a client with the right secret."""
        client = self._clients().get(client_id)
        if client is None or not hmac.compare_digest(client["secret_sha256"], _digest(secret)):
            return None
        token = self.token(client_id, seconds=CLIENT_TOKEN_SECONDS, scope=client["scope"])
        return {
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": CLIENT_TOKEN_SECONDS,
            "scope": client["scope"],
        }

    def _clients(self) -> dict[str, dict[str, str]]:
        path = self.folder / "clients.json"
        return json.loads(path.read_text()) if path.exists() else {}


def scope_of(role: str) -> str:
    """Systems get every scope of the demo; people need none."""
    return " ".join(Permission) if role == Role.INTEGRATION_CLIENT else ""


def add_issuer(app: FastAPI, issuer: EmbeddedIssuer) -> None:
    app.state.issuer = issuer
    app.router.routes.extend(router.routes)


def _digest(secret: str) -> str:
    """Secrets are 192 random bits, so a plain hash keeps them."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _write_once(path: Path, text: str) -> None:
    """Two processes may start at once: the first one's key wins."""
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(text)
    draft.chmod(0o600)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
