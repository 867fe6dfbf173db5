"""The container files: what Compose would refuse, and what would run as root, unready or with a known password.

`compose-spec.json` is the Compose Specification's own schema (Apache-2.0), unchanged from check-jsonschema 0.39.0.
"""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import jsonschema_rs
import pytest
import yaml

ROOT = Path(__file__).parents[2]
COMPOSE = (ROOT / "docker-compose.yml").read_text()
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE)["services"]
ALLOWED_IN_THE_BUILD = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"}
OWNERS = {"db", "migrate", "seed"}


@dataclass(frozen=True)
class Instruction:
    name: str
    rest: str

    @property
    def flags(self) -> list[str]:
        return [word for word in shlex.split(self.rest) if word.startswith("--")]

    @property
    def words(self) -> list[str]:
        return [word for word in shlex.split(self.rest) if not word.startswith("--")]


@cache
def stages() -> list[list[Instruction]]:
    """The instructions of each stage, with continued lines joined."""
    text = re.sub(r"\\\n", " ", re.sub(r"^\s*#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE))
    found: list[list[Instruction]] = []
    for line in filter(str.strip, text.splitlines()):
        name, _, rest = line.partition(" ")
        if name == "FROM":
            found.append([])
        found[-1].append(Instruction(name, rest.strip()))
    return found


def last(name: str) -> Instruction:
    return [each for each in stages()[-1] if each.name == name][-1]


def waits_for(service: str) -> Iterator[tuple[str, str]]:
    """Every service that must be there before this one, with the condition, through the whole chain."""
    for name, dependency in SERVICES[service].get("depends_on", {}).items():
        yield name, dependency["condition"]
        yield from waits_for(name)


def test_compose_file_follows_the_compose_specification() -> None:
    schema = json.loads(Path(__file__).with_name("compose-spec.json").read_text())
    assert [str(error) for error in jsonschema_rs.validator_for(schema).iter_errors(yaml.safe_load(COMPOSE))] == []


WAYS_OUT = ("SMTP_URL", "SMS_URL", "SMS_TOKEN", "WHATSAPP_URL", "WHATSAPP_TOKEN")
"""A school may have any of them; without them people say what has to be said."""


def test_every_variable_must_be_set_before_anything_starts() -> None:
    variables = re.findall(r"\$\{?[^}\s]*", COMPOSE)
    assert variables
    unset = {variable for variable in variables if not re.match(r"\$\{[A-Z_]+:\?", variable)}
    assert unset == {f"${{{name}:-" for name in WAYS_OUT} | {"${MAIL_SENDER:-samenspraak@localhost"}


def test_every_password_comes_from_a_variable() -> None:
    for service in SERVICES.values():
        secrets = [value for name, value in service["environment"].items() if re.search("PASSWORD|DATABASE_URL", name)]
        assert secrets
        assert all(re.fullmatch(r"(postgresql://\w+:)?\$\{\w+_PASSWORD:\?[^}]+\}(@\S+)?", secret) for secret in secrets)


def test_only_migrating_and_seeding_know_the_owner_of_the_database() -> None:
    knowing = {name for name, service in SERVICES.items() if "OWNER" in str(service["environment"])}
    assert knowing == OWNERS


@pytest.mark.parametrize("service", ["api", "worker"])
def test_api_and_worker_start_on_a_migrated_and_seeded_database(service: str) -> None:
    assert dict(waits_for(service)) == {
        "seed": "service_completed_successfully",
        "migrate": "service_completed_successfully",
        "db": "service_healthy",
    }


@pytest.mark.parametrize("service", SERVICES)
def test_every_container_is_closed(service: str) -> None:
    settings = SERVICES[service]
    assert settings["read_only"] is True
    assert "/tmp" in settings["tmpfs"]
    assert settings["cap_drop"] == ["ALL"]
    assert "cap_add" not in settings
    assert settings["security_opt"] == ["no-new-privileges:true"]
    assert settings["mem_limit"]
    assert settings.get("user", "") not in {"root", "0"}
    assert not settings.get("privileged")


def test_the_database_runs_without_root_and_keeps_its_data_where_postgresql_18_writes() -> None:
    db = SERVICES["db"]
    assert db["user"] == "postgres"
    assert [volume.partition(":")[2] for volume in db["volumes"]] == ["/var/lib/postgresql"]
    assert "/var/run/postgresql" in db["tmpfs"]


def test_only_the_api_is_reachable_and_only_from_this_machine() -> None:
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert published == {"api": ["127.0.0.1:8000:8000"]}
    assert yaml.safe_load(COMPOSE)["networks"]["data"] == {"internal": True}
    assert {name for name, service in SERVICES.items() if service["networks"] == ["data"]} == OWNERS


def test_what_runs_on_comes_back_after_a_crash() -> None:
    assert {name for name, service in SERVICES.items() if service.get("restart") == "unless-stopped"} == {
        "db",
        "api",
        "worker",
    }


def test_the_image_runs_as_a_fixed_user_without_rights() -> None:
    assert last("USER").rest == "10001:10001"
    after = stages()[-1][stages()[-1].index(last("USER")) :]
    assert [each for each in after if each.name in {"RUN", "COPY", "ADD"}] == []
    assert not [flag for each in stages()[-1] for flag in each.flags if each.name == "COPY" and "--chown" in flag]


def test_the_image_starts_the_api_and_gives_way_to_commands() -> None:
    assert json.loads(last("ENTRYPOINT").rest) == ["samenspraak"]
    assert json.loads(last("CMD").rest) == ["serve", "--host", "0.0.0.0", "--port", last("EXPOSE").rest]
    assert last("STOPSIGNAL").rest == "SIGTERM"


def test_the_image_holds_the_locked_dependencies_and_no_development_tools() -> None:
    runs = [each.rest for each in stages()[0] if each.name == "RUN"]
    assert any(re.search(r"pip install uv==\d+\.\d+\.\d+$", run) for run in runs)
    syncs = [run for run in runs if "uv sync" in run]
    assert syncs
    assert all("--frozen --no-dev" in sync for sync in syncs)
    assert "--no-editable" in syncs[-1]


@pytest.mark.parametrize("instruction", [each for stage in stages() for each in stage if each.name == "COPY"])
def test_everything_copied_is_there_and_reaches_the_build(instruction: Instruction) -> None:
    sources = instruction.words[:-1]
    if instruction.flags:
        assert (instruction.flags, sources) == (["--from=builder"], ["/app/.venv"])
    else:
        assert all((ROOT / source).exists() for source in sources)
        assert ALLOWED_IN_THE_BUILD.issuperset(sources)


def test_the_build_is_sent_nothing_that_it_does_not_copy() -> None:
    patterns = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] not in {"#", ""}]
    assert patterns[0] == "*"
    copies = [each for stage in stages() for each in stage if each.name == "COPY" and not each.flags]
    assert {source for each in copies for source in each.words[:-1]} == ALLOWED_IN_THE_BUILD


@pytest.mark.parametrize(("status", "exit_code"), [(200, 0), (503, 1)])
def test_the_health_check_asks_the_api_itself_whether_it_is_ready(status: int, exit_code: int) -> None:
    program, *arguments = json.loads(last("HEALTHCHECK").rest.partition(" CMD ")[2])
    assert program == "python"
    with answering(status) as port:
        command = [sys.executable, *(argument.replace(":8000/", f":{port}/") for argument in arguments)]
        # A proxy that is not there: only a check that goes round it gets an answer.
        behind_proxy = os.environ | {"http_proxy": "http://127.0.0.1:9", "no_proxy": ""}
        finished = subprocess.run(command, env=behind_proxy, capture_output=True, check=False)
    assert finished.returncode == exit_code


@contextmanager
def answering(status: int) -> Iterator[int]:
    """A server that gives `/health/ready` this status; its port."""

    class Health(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/health/ready" else 404)
            self.end_headers()

    with HTTPServer(("127.0.0.1", 0), Health) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
