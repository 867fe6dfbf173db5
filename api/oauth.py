"""The routes of the embedded issuer: its public keys, and tokens for systems."""

import base64
import binascii
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request
from joserfc.jwk import ECKey
from starlette.responses import JSONResponse

from api.oauth_documents import TOKEN_ANSWERS, TOKEN_FORM, PublicKeys

router = APIRouter(tags=["oauth"])


@router.get(
    "/.well-known/jwks.json",
    operation_id="get_jwks",
    summary="Public keys of the embedded issuer",
    responses={200: {"model": PublicKeys}},
)
async def get_jwks(request: Request) -> JSONResponse:
    """What other systems check our tokens with."""
    key: ECKey = request.app.state.issuer.key
    return JSONResponse({"keys": [key.as_dict(private=False)]})


@router.post(
    "/oauth/token",
    operation_id="issue_token",
    summary="A token for a system (client_credentials)",
    responses=TOKEN_ANSWERS,
    openapi_extra={
        "requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": TOKEN_FORM}}}
    },
)
async def issue_token(request: Request) -> JSONResponse:
    """RFC 6749, 4.4: HTTP Basic or `client_id` and `client_secret` in the form; `grant_type=client_credentials`."""
    form = dict(parse_qsl((await request.body()).decode(errors="replace")))
    if form.get("grant_type") != "client_credentials":
        return _refused(400, "unsupported_grant_type")
    client_id, secret = _basic(request) or (form.get("client_id", ""), form.get("client_secret", ""))
    answer = request.app.state.issuer.client_token(client_id, secret)
    return JSONResponse(answer, headers={"Cache-Control": "no-store"}) if answer else _refused(401, "invalid_client")


def _refused(status: int, error: str) -> JSONResponse:
    headers = {"Cache-Control": "no-store"} | ({"WWW-Authenticate": "Basic"} if status == 401 else {})
    return JSONResponse({"error": error}, status, headers)


def _basic(request: Request) -> tuple[str, str] | None:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        client_id, _, secret = base64.b64decode(given, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return client_id, secret
