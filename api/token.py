"""What a bearer token says, once its signature holds."""

import base64
import warnings
from typing import Any
from uuid import UUID

from joserfc import jwt
from joserfc.errors import SecurityWarning
from joserfc.jwk import KeySet
from joserfc.jwt import JWTClaimsRegistry

from domain.kernel.identity_provider import Issuer
from domain.kernel.principal import Credential

LEEWAY_SECONDS = 30


def decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def signed_claims(token: str, keys: KeySet, issuer: Issuer) -> dict[str, Any]:
    with warnings.catch_warnings():  # EdDSA is called Ed25519 now (RFC 9864), but issuers still use the old name
        warnings.simplefilter("ignore", SecurityWarning)
        return jwt.decode(token, keys, algorithms=list(issuer.algorithms)).claims


def claims_registry(issuer: Issuer) -> JWTClaimsRegistry:
    return JWTClaimsRegistry(
        leeway=LEEWAY_SECONDS,
        iss={"essential": True, "value": issuer.issuer},
        aud={"essential": True, "value": issuer.audience},
        sub={"essential": True},
        exp={"essential": True},
    )


def credential_in(claims: dict[str, Any]) -> Credential:
    scopes = frozenset(str(claims.get("scope", "")).split())
    subject, school = str(claims["sub"]), claims.get("school_id")
    if not subject.isprintable():
        raise ValueError("a subject that no database can keep")
    return Credential(str(claims["iss"]), subject, scopes, UUID(school) if school else None)
