"""What the embedded issuer takes and gives, as the document of the API says it."""

from typing import Any

from pydantic import BaseModel


class PublicKeys(BaseModel):
    """A JWK Set (RFC 7517)."""

    keys: list[dict[str, str]]


class IssuedToken(BaseModel):
    """RFC 6749, 5.1."""

    access_token: str
    token_type: str
    expires_in: int
    scope: str


class RefusedToken(BaseModel):
    """RFC 6749, 5.2."""

    error: str


TOKEN_FORM = {
    "type": "object",
    "properties": {name: {"type": "string"} for name in ("grant_type", "client_id", "client_secret")},
    "required": ["grant_type"],
    "example": {"grant_type": "client_credentials", "client_id": "demo-integration_client", "client_secret": "…"},
}
TOKEN_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"model": IssuedToken, "description": "A token that serves for an hour."},
    400: {"model": RefusedToken, "description": "This grant is not known here."},
    401: {"model": RefusedToken, "description": "No such client, or another secret."},
}
