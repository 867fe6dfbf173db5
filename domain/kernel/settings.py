"""Settings, read once from the environment; each has a default that serves the first run."""

from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import AliasChoices, BaseModel, Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

Algorithm = Literal["ES256", "RS256", "PS256", "Ed25519", "EdDSA"]

ROOT = Path(__file__).resolve().parents[2]
"""Where alembic/ and seed_content/ stand: the checkout, or the working directory of an installed wheel."""


class Issuer(BaseModel):
    """An identity provider whose tokens are accepted."""

    issuer: str = Field(description="The exact `iss`.")
    jwks_url: str = Field(description="Where its public keys are published.")
    audience: str = "samenspraak"
    algorithms: list[Algorithm] = ["ES256", "RS256", "Ed25519", "EdDSA"]
    types: list[str] = Field(default=["at+jwt", "application/at+jwt"], description="Accepted `typ` headers.")


class Settings(BaseSettings):
    """The environment of one process."""

    model_config = SettingsConfigDict(env_file=None, extra="ignore", populate_by_name=True)

    environment: Literal["development", "production"] = Field(
        "development", validation_alias=AliasChoices("SAMENSPRAAK_ENVIRONMENT", "environment")
    )
    database_url: str | None = Field(None, description="PostgreSQL 15 or newer; an embedded one when empty.")
    app_database_url: str | None = Field(None, description="For `migrate`: the login for API and worker to create.")
    data_dir: Path = Path(".data")
    port: int = Field(8000, ge=1, le=65535)
    public_url: str | None = Field(None, description="How clients reach the API; the address it serves on when empty.")
    issuers: list[Issuer] = []
    read_connections: int = Field(4, ge=1, le=50, description="For each process.")
    write_connections: int = Field(4, ge=1, le=50, description="For each process.")
    requests_per_minute: int = Field(1200, ge=1, description="For each caller and process.")
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @model_validator(mode="after")
    def _production_names_its_database(self) -> "Settings":
        if self.production and not self.database_url:
            raise ValueError("DATABASE_URL is needed in production: the embedded database is for trying out")
        return self

    @property
    def production(self) -> bool:
        return self.environment == "production"

    @cached_property
    def content(self) -> Path:
        return beside_code_or_here("seed_content")

    @cached_property
    def migrations(self) -> Path:
        return beside_code_or_here("alembic")

    @property
    def address(self) -> str:
        return (self.public_url or f"http://127.0.0.1:{self.port}").rstrip("/")


def beside_code_or_here(folder: str) -> Path:
    """Where a folder of the project stands: beside the code, or where an installed wheel runs."""
    beside = ROOT / folder
    return beside if (beside / ".").is_dir() and not _is_package(beside) else Path.cwd() / folder


def _is_package(folder: Path) -> bool:
    """In site-packages, `alembic` is the library and not our migrations."""
    return (folder / "__init__.py").exists()


def settings(**overrides: Any) -> Settings:
    return Settings(**overrides)
