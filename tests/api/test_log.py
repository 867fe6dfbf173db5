"""A real server's log: a line for every request, and nothing of a person in it."""

import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from house import House

from api.processes import serving

MESSAGES_ANSWERED = [422, 422, 422, 404, 404, 404]
VISITS_ANSWERED = [201, 200, 422]
TESTS = Path(__file__).parents[1]
SECRETS = ("Zonnebloem", "0475123456", "475123456", "475 12 34 56", "zonnebloem@example.org", "Beethoven")
PERSON = {
    "given_name": "Zonnebloem",
    "family_name": "Beethoven",
    "phone": "0475 12 34 56",
    "email": "zonnebloem@example.org",
}


@dataclass
class Served:
    """What a server said until it was stopped, and the requests it got."""

    said: str
    answers: list[httpx.Response]

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.said.splitlines() if line.startswith("{")]


@pytest.fixture(scope="module")
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def served(house: House, database_url: str, port: int, tmp_path: Path) -> Served:
    """A server of its own got every kind of request, in good order and in bad."""
    command = ["broken_app:create" if part == "api.app:create_app" else part for part in serving("127.0.0.1", port, 1)]
    folders = f"{Path(__file__).parent}{os.pathsep}{TESTS.parent}"
    environment = os.environ | {"DATABASE_URL": database_url, "DATA_DIR": str(house.app.state.settings.data_dir), "LOG_LEVEL": "debug", "PYTHONPATH": folders}  # fmt: skip
    log = tmp_path / "log"
    with (
        log.open("wb") as out,
        subprocess.Popen(command, env=environment, stdout=out, stderr=out, cwd=tmp_path) as server,
    ):
        try:
            answers = _asked(house, f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait(20)
    return Served(log.read_text(), answers)


def _asked(house: House, address: str) -> list[httpx.Response]:
    headers = house.admin_client.headers | {"X-Request-Id": "the-same-for-all"}
    with httpx.Client(base_url=address, headers=headers, timeout=90, trust_env=False) as client:
        _wait(client)
        made = client.post("/v1/guardians", json=PERSON)
        role = {"issuer": "Zonnebloem", "subject": "Beethoven", "role": "coordinator"}
        return [
            made,
            client.get(f"/v1/guardians/{made.json()['id']}"),
            client.post("/v1/guardians", json=PERSON | {"phone": "Zonnebloem", "Zonnebloem": 1}),
            client.post(
                "/v1/guardians", content=b'{"given_name": "Zonnebloem', headers={"Content-Type": "application/json"}
            ),
            client.get("/v1/guardians", params={"sourced_id": "Zonnebloem", "Beethoven": "0475123456"}),
            client.get("/v1/guardians", params={"sourced_id": "Zonnebloem"}),
            client.get("/v1/Zonnebloem/Beethoven"),
            client.get("/v1/guardians/Zonnebloem"),
            client.post("/v1/memberships", json=role),
            client.post("/v1/memberships", json=role),
            client.post("/v1/households", json={"label": "Zonnebloem", "guardian_ids": [house.anna]}),
            client.get("/v1/me", headers={"Authorization": "Bearer Zonnebloem.Beethoven.x"}),
            client.get("/v1/me", headers={"Accept-Language": "Zonnebloem", "Samenspraak-School": "Beethoven"}),
            client.post("/v1/broken", content=json.dumps(PERSON)),
            *_about_messages(client, house),
            *_about_visits(client, house),
            *_halved(client),
        ]


def _about_messages(client: httpx.Client, house: House) -> list[httpx.Response]:
    """Whoever negotiates, decides, looks ahead or has a link, and says it wrongly."""
    table = {"parties": [{"name": "Zonnebloem", "channels": ["Beethoven"]}], "school": {"channels": ["talk"]}}
    decide, question = f"/v1/students/{house.student}/decide", {"topic": "Zonnebloem", "urgency": "0475123456"}
    answer = {"secret": "Zonnebloem", "says": "decline", "reason": "Beethoven"}
    return [
        client.post("/v1/communication-plans/negotiate", json=table),
        client.post(decide, json=question, params={"at": "Zonnebloem"}),
        client.get("/v1/messages/preview", params={"kind": "Zonnebloem", "conversation_id": "Beethoven"}),
        client.post("/v1/message-links/look", json={"secret": "Zonnebloem"}),
        client.post("/v1/message-links/answer", json=answer),
        client.post("/v1/message-links/answer", json=answer | {"says": "Beethoven", "phone": "0475123456"}),
    ]


def _about_visits(client: httpx.Client, house: House) -> list[httpx.Response]:
    """A family tells where it lives."""
    question = {"student_id": house.student, "guardian_id": house.sara, "why": {"nl": "Kennismaken"}}
    made = client.post("/v1/home-visits", json=question)
    address = {"street": "Zonnebloem 71", "postal_code": "1080", "town": "Beethoven"}
    moment = {"starts_at": "2030-01-07T14:00:00Z", "ends_at": "2030-01-07T16:00:00Z"}
    answer = {"says": "yes", "place": "home", "moments": [moment], "address": address}
    where = f"/v1/home-visits/{made.json()['id']}/answer"
    return [made, client.post(where, json=answer), client.post(where, json=answer | {"says": "Zonnebloem"})]


def _halved(client: httpx.Client) -> list[httpx.Response]:
    with pytest.raises(httpx.RemoteProtocolError):
        client.post("/v1/halved", content=json.dumps(PERSON))
    return []


def _wait(client: httpx.Client) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if client.get("/health/ready").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise TimeoutError


def test_the_log_of_a_server(house: House, served: Served) -> None:
    statuses = [answer.status_code for answer in served.answers]
    assert statuses == [
        201,
        200,
        422,
        400,
        422,
        200,
        404,
        422,
        201,
        409,
        422,
        401,
        400,
        500,
        *MESSAGES_ANSWERED,
        *VISITS_ANSWERED,
    ]

    for secret in (*SECRETS, house.admin_client.headers["Authorization"].partition(" ")[2], house.subjects["admin"]):
        assert secret not in served.said

    requests = [
        line for line in served.lines if line["event"] == "request" and line["request_id"] == "the-same-for-all"
    ]
    routes = [(line["method"], line["route"], line["status"]) for line in requests if line["route"] != "/health/ready"]
    assert ("GET", "/v1/guardians/{row_id}", 200) in routes
    assert ("GET", "unknown", 404) in routes
    assert ("POST", "/v1/broken", 500) in routes
    assert len(routes) == len(statuses) + 1
    assert all(
        set(line) == {"event", "method", "route", "status", "ms", "request_id", "level", "timestamp"}
        for line in requests
    )

    broken = [line for line in served.lines if line["event"] == "unexpected"]
    assert [line["error"] for line in broken] == ["ZeroDivisionError"] * 2
    assert all(any("broken_app.py" in place for place in line["places"]) for line in broken)


def test_a_key_that_would_hold_personal_data_leaves_without_its_value() -> None:
    script = "from api.log import logger, set_up; set_up('info'); logger.info('x', email='Zonnebloem', phone='1', route='/v1')"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=TESTS.parent)
    line = json.loads(done.stderr)
    assert (line["email"], line["phone"], line["route"]) == ("[redacted]", "[redacted]", "/v1")
