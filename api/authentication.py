"""Checking bearer tokens; with `token.py`, the only place that looks inside them."""

import binascii
import json
import time
from collections import OrderedDict

import httpx
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from api.token import LEEWAY_SECONDS, claims_registry, credential_in, decoded, signed_claims
from domain.kernel.errors import Message, Unauthenticated, Unavailable
from domain.kernel.identity_provider import Issuer
from domain.kernel.principal import Credential

REMEMBERED_TOKENS = 2000
REMEMBERED_SECONDS = 60
KEYS_LIVE_SECONDS = 300
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
            header, payload = (json.loads(decoded(part)) for part in token.split(".")[:2])
            trusted = self._issuers[payload["iss"]]
            issuer = trusted.issuer
            if header.get("typ", "").lower() not in issuer.types:
                raise Unauthenticated(BAD_TOKEN)
            keys = await trusted.keys(header.get("kid"))
            claims = signed_claims(token, keys, issuer)
            claims_registry(issuer).validate(claims)
            return credential_in(claims), float(claims["exp"])
        except (JoseError, ValueError, KeyError, TypeError, AttributeError, binascii.Error, RecursionError):
            raise Unauthenticated(BAD_TOKEN) from None
