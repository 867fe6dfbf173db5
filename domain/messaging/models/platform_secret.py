"""What a school shares with its platform, so that the platform knows who sends."""

import binascii
from base64 import b64decode
from typing import Annotated

from pydantic import AfterValidator, SecretStr
from pydantic_core import PydanticCustomError
from sqlmodel import Field

from domain.kernel.row import Fields

KEY_MARK, KEY_BYTES = "whsec_", range(24, 65)


def _is_key(secret: SecretStr) -> SecretStr:
    said = secret.get_secret_value()
    try:
        key = b64decode(said.removeprefix(KEY_MARK), validate=True) if said.startswith(KEY_MARK) else b""
    except (binascii.Error, ValueError):
        key = b""
    if len(key) not in KEY_BYTES:
        raise PydanticCustomError("bad_secret", "This is no secret of Standard Webhooks.")
    return secret


class PlatformSecretFields(Fields):
    """By it the school platform knows that a message comes from here."""

    secret: Annotated[SecretStr, AfterValidator(_is_key)] | None = Field(
        description="As Standard Webhooks has it: `whsec_` and 24 to 64 bytes in base64; null takes it away.",
        schema_extra={"examples": ["whsec_c2FtZW5zcHJhYWsgdmVyZ2VldCBuaWVtYW5k"]},
    )
