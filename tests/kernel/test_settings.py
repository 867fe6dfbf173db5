"""The environment of a process."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from domain.kernel.settings import Settings

NAMES = ("SAMENSPRAAK_ENVIRONMENT", "DATABASE_URL", "DATA_DIR", "PORT", "PUBLIC_URL", "ISSUERS", "LOG_LEVEL", "READ_CONNECTIONS", "REQUESTS_PER_MINUTE")  # fmt: skip


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_nothing_needs_to_be_set_for_a_first_run() -> None:
    settings = Settings()
    assert (settings.production, settings.database_url, settings.issuers) == (False, None, [])
    assert settings.address == "http://127.0.0.1:8000"


def test_everything_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    issuers = '[{"issuer": "https://id.example", "jwks_url": "https://id.example/keys", "algorithms": ["RS256"]}]'
    values = (
        "production",
        "postgresql://db/x",
        "/data",
        "8123",
        "https://school.example/",
        issuers,
        "error",
        "2",
        "60",
    )
    for name, value in zip(NAMES, values, strict=True):
        monkeypatch.setenv(name, value)
    settings = Settings()
    assert settings.production
    assert settings.address == "https://school.example"
    assert (settings.data_dir, settings.port, settings.read_connections) == (Path("/data"), 8123, 2)
    [issuer] = settings.issuers
    assert (issuer.issuer, issuer.audience, issuer.algorithms) == ("https://id.example", "samenspraak", ["RS256"])
    assert "JWT" not in issuer.types, "an id token is no access token"


def test_production_names_its_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENSPRAAK_ENVIRONMENT", "production")
    for value in ("", None):
        if value is not None:
            monkeypatch.setenv("DATABASE_URL", value)
        with pytest.raises(ValidationError, match="DATABASE_URL"):
            Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAMENSPRAAK_ENVIRONMENT", "prod"),
        ("PORT", "0"),
        ("PORT", "70000"),
        ("READ_CONNECTIONS", "0"),
        ("LOG_LEVEL", "loud"),
        ("REQUESTS_PER_MINUTE", "0"),
        ("ISSUERS", '[{"issuer": "x", "jwks_url": "y", "algorithms": ["HS256"]}]'),
        ("ISSUERS", '[{"issuer": "x", "jwks_url": "y", "algorithms": ["none"]}]'),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError):
        Settings()


def test_the_folders_are_ours_and_not_those_of_a_library() -> None:
    settings = Settings()
    assert (settings.migrations / "env.py").is_file()
    assert (settings.content / "catalogue").is_dir()
