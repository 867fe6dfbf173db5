"""Settings, read once from the environment; each has a default that serves the first run."""

from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.kernel.folders import beside_code_or_here
from domain.kernel.identity_provider import Issuer


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
    smtp_url: str | None = Field(None, description="Such as smtp+starttls://user:password@host:587.", repr=False)
    mail_sender: str = Field("samenspraak@localhost", description="The address that e-mail comes from.")
    mails_at_once: int = Field(4, ge=1, le=50, description="Messages that each worker hands over side by side.")
    sms_url: str | None = Field(None, description="The gateway that takes text messages: see `channels/gateway.py`.")
    sms_token: str | None = Field(None, repr=False)
    whatsapp_url: str | None = None
    whatsapp_token: str | None = Field(None, repr=False)
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
    def kept_mail(self) -> Path:
        """Where the mail server of the demo keeps what it gets."""
        return self.data_dir / "mail"

    @property
    def address(self) -> str:
        return (self.public_url or f"http://127.0.0.1:{self.port}").rstrip("/")
