"""From a bearer token to a credential; the only place that looks at tokens."""

import base64
import binascii
import json
import time
import warnings
from collections import OrderedDict
from typing import Any
from uuid import UUID

import httpx
from fastapi import Request
from joserfc import jwt
from joserfc.errors import JoseError, SecurityWarning
from joserfc.jwk import KeySet
from joserfc.jwt import JWTClaimsRegistry

from domain.kernel.errors import Malformed, Message, Unauthenticated, Unavailable
from domain.kernel.identity_provider import Issuer
from domain.kernel.principal import Credential

LEEWAY_SECONDS = 30
REMEMBERED_TOKENS = 2000
REMEMBERED_SECONDS = 60
KEYS_LIVE_SECONDS = 300
SCHOOL_HEADER = "Samenspraak-School"

MISSING = Message(
    "token_missing",
    "Meld je aan: er is een bearer-token nodig.",
    "Identifiez-vous : un jeton bearer est nécessaire.",
    "Sign in: a bearer token is needed.",
)
BAD_TOKEN = Message(
    "token_invalid",
    "Dit token is niet geldig, of niet meer.",
    "Ce jeton n'est pas valable, ou ne l'est plus.",
    "This token is not valid, or no longer.",
)
NO_KEYS = Message(
    "issuer_unreachable",
    "De aanmelddienst antwoordt niet. Probeer het zo dadelijk opnieuw.",
    "Le service d'identification ne répond pas. Réessayez dans un instant.",
    "The sign-in service does not answer. Try again in a moment.",
)
BAD_SCHOOL = Message(
    "bad_school_header",
    "Samenspraak-School moet het id van een school zijn.",
    "Samenspraak-School doit être l'identifiant d'une école.",
    "Samenspraak-School must be the id of a school.",
)


class TrustedIssuer:
    """An issuer and its public keys, fetched when needed and again when a token names a key we do not know."""

    def __init__(self, issuer: Issuer, keys: KeySet | None = None) -> None:
        self.issuer = issuer
        self._keys = keys
        self._fetched_at = 0.0
        self._fixed = keys is not None

    async def keys(self, key_id: str | None) -> KeySet:
        age = time.monotonic() - self._fetched_at
        stale = self._keys is None or age > KEYS_LIVE_SECONDS or (age > LEEWAY_SECONDS and not self._knows(key_id))
        if stale and not self._fixed:
            self._keys = await self._fetch()
            self._fetched_at = time.monotonic()
        return self._keys or KeySet([])

    def _knows(self, key_id: str | None) -> bool:
        return key_id is None or any(key.kid == key_id for key in (self._keys.keys if self._keys else []))

    async def _fetch(self) -> KeySet:
        try:
            async with httpx.AsyncClient(timeout=5, follow_redirects=False) as client:
                answer = (await client.get(self.issuer.jwks_url)).raise_for_status()
            return KeySet.import_key_set(answer.json())
        except (httpx.HTTPError, ValueError, TypeError, KeyError, JoseError):
            if self._keys is None:
                raise Unavailable(NO_KEYS) from None
            return self._keys


class Authenticator:
    """Checks tokens of the trusted issuers, and remembers for a minute what it checked: a signature does not change.

    What a person may do is not remembered: membership is read from the database at every request.
    """

    def __init__(self, issuers: list[TrustedIssuer]) -> None:
        self._issuers = {trusted.issuer.issuer: trusted for trusted in issuers}
        self._checked: OrderedDict[str, tuple[Credential, float]] = OrderedDict()

    async def credential(self, token: str) -> Credential:
        """What a verified token says.

        Raises:
            Unauthenticated: when it does not hold. Unavailable: when the issuer's keys cannot be had.
        """
        known = self._checked.get(token)
        if known and known[1] > time.time():
            return known[0]
        credential, expires = await self._check(token)
        self._checked[token] = (credential, min(expires, time.time() + REMEMBERED_SECONDS))
        while len(self._checked) > REMEMBERED_TOKENS:
            self._checked.popitem(last=False)
        return credential

    async def _check(self, token: str) -> tuple[Credential, float]:
        try:
            header, payload = (json.loads(_decoded(part)) for part in token.split(".")[:2])
            trusted = self._issuers[payload["iss"]]
            issuer = trusted.issuer
            if header.get("typ", "").lower() not in issuer.types:
                raise Unauthenticated(BAD_TOKEN)
            keys = await trusted.keys(header.get("kid"))
            claims = _signed(token, keys, issuer)
            _registry(issuer).validate(claims)
            return _credential(claims), float(claims["exp"])
        except (JoseError, ValueError, KeyError, TypeError, AttributeError, binascii.Error, RecursionError):
            raise Unauthenticated(BAD_TOKEN) from None


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _signed(token: str, keys: KeySet, issuer: Issuer) -> dict[str, Any]:
    with warnings.catch_warnings():  # EdDSA is called Ed25519 now (RFC 9864), but issuers still use the old name
        warnings.simplefilter("ignore", SecurityWarning)
        return jwt.decode(token, keys, algorithms=list(issuer.algorithms)).claims


def _registry(issuer: Issuer) -> JWTClaimsRegistry:
    return JWTClaimsRegistry(
        leeway=LEEWAY_SECONDS,
        iss={"essential": True, "value": issuer.issuer},
        aud={"essential": True, "value": issuer.audience},
        sub={"essential": True},
        exp={"essential": True},
    )


def _credential(claims: dict[str, Any]) -> Credential:
    scopes = frozenset(str(claims.get("scope", "")).split())
    subject, school = str(claims["sub"]), claims.get("school_id")
    if not subject.isprintable():
        raise ValueError("a subject that no database can keep")
    return Credential(str(claims["iss"]), subject, scopes, UUID(school) if school else None)


async def credential_of(request: Request) -> Credential:
    """The caller's credential, also left in `request.state`.

    Raises:
        Unauthenticated: without a token that holds. Malformed: when the school header is no id.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated(MISSING)
    credential: Credential = await request.app.state.authenticator.credential(token.strip())
    request.app.state.limits.spend(request, credential)
    request.state.credential = _at_school(credential, request.headers.get(SCHOOL_HEADER))
    return request.state.credential  # type: ignore[no-any-return]


def _at_school(credential: Credential, school: str | None) -> Credential:
    """A person with several schools says which one, unless the token does."""
    if school is None or credential.school_id:
        return credential
    try:
        return Credential(credential.issuer, credential.subject, credential.scopes, UUID(school))
    except ValueError:
        raise Malformed(BAD_SCHOOL) from None
