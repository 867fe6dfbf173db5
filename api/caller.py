"""The caller of a request: their token, and the school they named."""

from uuid import UUID

from fastapi import Request

from domain.kernel.errors import Malformed, Message, Unauthenticated
from domain.kernel.principal import Credential

SCHOOL_HEADER = "Samenspraak-School"

MISSING = Message(
    "token_missing",
    "Meld je aan: er is een bearer-token nodig.",
    "Identifiez-vous : un jeton bearer est nécessaire.",
    "Sign in: a bearer token is needed.",
)
BAD_SCHOOL = Message(
    "bad_school_header",
    "Samenspraak-School moet het id van een school zijn.",
    "Samenspraak-School doit être l'identifiant d'une école.",
    "Samenspraak-School must be the id of a school.",
)


async def credential_of(request: Request) -> Credential:
    """The caller's credential, also left in `request.state`.

    Raises:
        Unauthenticated: without a token that holds. Malformed: when the school header is no id.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated(MISSING)
    credential: Credential = await request.app.state.authenticator.credential(token.strip())
    request.app.state.limits.spend(request, (credential.issuer, credential.subject))
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
