"""An identity provider, as the environment names it."""

from typing import Literal

from pydantic import BaseModel, Field

Algorithm = Literal["ES256", "RS256", "PS256", "Ed25519", "EdDSA"]


class Issuer(BaseModel):
    """An identity provider whose tokens are accepted."""

    issuer: str = Field(description="The exact `iss`.")
    jwks_url: str = Field(description="Where its public keys are published.")
    audience: str = "samenspraak"
    algorithms: list[Algorithm] = ["ES256", "RS256", "Ed25519", "EdDSA"]
    types: list[str] = Field(default=["at+jwt", "application/at+jwt"], description="Accepted `typ` headers.")
