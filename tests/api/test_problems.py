"""Whatever goes wrong: a problem document in the reader's language that says where, and never what was sent."""

import json
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
from fastapi import FastAPI
from house import Client, House
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.body_limits import BODY_LIMIT
from api.problem_document import TITLES
from api.problems import STATUS
from api.routing import add_routes

SECRET = "Zonnebloem-0475-12-34-56"
"""What somebody sent: it must not come back."""

LANGUAGES = ("nl", "fr", "en")
Asked = Callable[[House, dict[str, str]], httpx.Response]


def _stale(house: House, headers: dict[str, str]) -> httpx.Response:
    return house.admin_client.patch(
        f"/v1/rooms/{house.room}", {"capacity": 3}, etag='"9-0123456789abcdef"', headers=headers
    )


def _without_if_match(house: House, headers: dict[str, str]) -> httpx.Response:
    return house.admin_client.request("PATCH", f"/v1/rooms/{house.room}", json={"capacity": 3}, headers=headers)


PROBLEMS: dict[str, tuple[int, Asked]] = {
    "unreadable_body": (400, lambda house, headers: sent(house.admin_client, b"{", headers)),
    "if_match_unreadable": (400, lambda house, headers: _changed(house, "no-tag", headers)),
    "token_missing": (401, lambda house, headers: Client(house.app, house.run).get("/v1/me", headers=headers)),
    "forbidden": (403, lambda house, headers: house.sara_client.get("/v1/changes", headers=headers)),
    "not_found": (404, lambda house, headers: house.admin_client.get(f"/v1/rooms/{uuid4()}", headers=headers)),
    "no_such_page": (404, lambda house, headers: house.admin_client.get("/v1/nothing/here", headers=headers)),
    "method_not_allowed": (405, lambda house, headers: house.admin_client.request("PUT", "/v1/rooms", headers=headers)),
    "in_use": (409, lambda house, headers: _deleted(house, headers)),
    "stale": (412, _stale),
    "too_large": (413, lambda house, headers: sent(house.admin_client, b" " * (BODY_LIMIT + 1), headers)),
    "invalid_request": (422, lambda house, headers: sent(house.admin_client, b"{}", headers)),
    "unknown_reference": (422, lambda house, headers: _refers_to_nothing(house, headers)),
    "if_match_required": (428, _without_if_match),
}


def _changed(house: House, etag: str, headers: dict[str, str]) -> httpx.Response:
    return house.admin_client.patch(f"/v1/rooms/{house.room}", {"capacity": 3}, etag=etag, headers=headers)


def _deleted(house: House, headers: dict[str, str]) -> httpx.Response:
    return house.admin_client.delete(f"/v1/classes/{house.first_class}", headers=headers)


def _refers_to_nothing(house: House, headers: dict[str, str]) -> httpx.Response:
    nobody = {"guardian_id": str(uuid4())}
    return house.admin_client.post(f"/v1/students/{house.student}/guardianships", nobody, headers=headers)


def sent(client: Client, body: Any, headers: dict[str, str] | None = None, url: str = "/v1/rooms") -> httpx.Response:
    """A POST with these bytes."""
    return client.request("POST", url, content=body, headers={"Content-Type": "application/json", **(headers or {})})


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_problem_speaks_the_readers_language(house: House, code: str) -> None:
    status, asked = PROBLEMS[code]
    said = []
    for place, language in enumerate(LANGUAGES):
        answer = asked(house, {"Accept-Language": language})
        problem = answer.json()
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["content-language"] == language
        assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
        assert problem["title"] == TITLES[status][place]
        assert problem["type"] == f"urn:samenspraak:problem:{code}"
        assert problem["request_id"] == answer.headers["x-request-id"]
        said.append(problem["detail"])
    assert len(set(said)) == len(LANGUAGES)


def test_every_kind_of_problem_has_a_title() -> None:
    assert set(STATUS.values()) <= set(TITLES)


def pointed(answer: httpx.Response) -> list[tuple[str, str]]:
    return [(one["pointer"], one["code"]) for one in answer.json()["errors"]]


@pytest.mark.parametrize(
    ("url", "body", "pointer", "code"),
    [
        ("/v1/rooms", {}, "/name", "missing"),
        ("/v1/rooms", {"name": "A", "capacity": 0}, "/capacity", "greater_than_equal"),
        ("/v1/rooms", {"name": "A", "capcity": 1}, "/capcity", "extra_forbidden"),
        ("/v1/rooms", {"name": "A", "step/free~": 1}, "/step~1free~0", "extra_forbidden"),
        ("/v1/rooms", [], "", "model_attributes_type"),
        ("/v1/households", {"label": "A", "guardian_ids": ["1"]}, "/guardian_ids/0", "uuid_parsing"),
        ("/v1/calendar-periods", {"name": {"fr": "Fête"}, "kind": "busy", "starts_on": "2026-10-01", "ends_on": "2026-10-02"}, "/name", "dutch_missing"),
        ("/v1/calendar-periods", {"name": {"nl": "F", "de": "F"}, "kind": "busy", "starts_on": "2026-10-01", "ends_on": "2026-10-02"}, "/name/de", "literal_error"),
        ("/v1/calendar-periods", {"name": {"nl": "F"}, "kind": "busy", "starts_on": "2026-10-02", "ends_on": "2026-10-02"}, "", "ends_before_start"),
    ],
)  # fmt: skip
def test_a_pointer_leads_to_the_place(house: House, url: str, body: Any, pointer: str, code: str) -> None:
    assert pointed(house.admin_client.post(url, body)) == [(pointer, code)]


@pytest.mark.parametrize(
    ("patch", "pointer", "code"),
    [
        ({"name": {"nl": None}}, "/name", "dutch_missing"),
        ({"ends_on": "2020-01-01"}, "", "ends_before_start"),
        ({"kind": None}, "/kind", "enum"),
    ],
)
def test_a_pointer_leads_into_a_merge_patch_too(house: House, patch: Any, pointer: str, code: str) -> None:
    body = {"name": {"nl": "Feest"}, "kind": "busy", "starts_on": "2026-10-01", "ends_on": "2026-10-02"}
    made = house.admin_client.made("/v1/calendar-periods", body)
    answer = house.admin_client.patch(f"/v1/calendar-periods/{made['id']}", patch)
    assert (answer.status_code, pointed(answer)) == (422, [(pointer, code)])


def test_a_reference_that_the_database_refuses_has_its_pointer(house: House, other_house: House) -> None:
    body = {"guardian_id": other_house.sara}
    answer = house.admin_client.post(f"/v1/students/{house.student}/guardianships", body)
    assert (answer.status_code, pointed(answer)) == (422, [("/guardian_id", "unknown_reference")])


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=201", "limit=x", "sort=nothing", "cursor=é", "include=all", "colour=red"]
)
def test_a_wrong_parameter_is_named(house: House, query: str) -> None:
    answer = house.admin_client.get(f"/v1/rooms?{query}")
    assert answer.status_code == 422
    assert [one["pointer"] for one in answer.json()["errors"]] == [f"?{query.partition('=')[0]}"]


def test_a_path_that_holds_no_id_is_named(house: House) -> None:
    answer = house.admin_client.get("/v1/rooms/leeshoek")
    assert (answer.status_code, pointed(answer)) == (422, [("?row_id", "uuid_parsing")])


@pytest.mark.parametrize(
    ("url", "field"),
    [
        ("/v1/rooms", "capacity"),
        ("/v1/students", "born_on"),
        ("/v1/students", "level"),
        ("/v1/guardians", "email"),
        ("/v1/guardians", "phone"),
        ("/v1/guardians", "languages"),
        ("/v1/households", "guardian_ids"),
        ("/v1/memberships", "ended_at"),
        ("/v1/schools/{school}/administrators", "issuer"),
    ],
)
def test_what_was_sent_is_never_echoed(house: House, url: str, field: str) -> None:
    for value in (SECRET, [SECRET], {"value": SECRET}, {SECRET: [SECRET]}):
        answer = house.admin_client.post(url.format(school=house.id), {field: value})
        assert answer.is_client_error
        assert SECRET not in answer.text


def test_what_was_sent_in_query_and_path_is_never_echoed(house: House) -> None:
    for url in (f"/v1/rooms?limit={SECRET}", f"/v1/rooms?cursor={SECRET}", f"/v1/rooms/{SECRET}", f"/v1/{SECRET}"):
        answer = house.admin_client.get(url)
        assert answer.is_client_error
        assert SECRET not in answer.text


BODIES: dict[str, bytes] = {
    "not a number": b'{"name": "A", "capacity": NaN}',
    "infinity": b'{"name": "A", "capacity": -Infinity}',
    "beyond floats": b'{"name": "A", "capacity": 1e400}',
    "a huge number": b'{"name": "A", "capacity": ' + b"9" * 5000 + b"}",
    "beyond the column": b'{"name": "A", "capacity": 99999999999}',
    "half a character": rb'{"name": "\ud800"}',
    "half a character as a name": rb'{"name": "A", "\ud800": 1}',
    "half a character deep down": rb'{"name": "A", "capacity": {"\ud800": "\udfff"}}',
    "NUL": rb'{"name": "a\u0000b"}',
    "NUL as a name": rb'{"name": "A", "\u0000": 1}',
    "nested lists": b'{"name": ' + b"[" * 900 + b"]" * 900 + b"}",
    "nested objects": b'{"a":' * 900 + b"1" + b"}" * 900,
    "nested beyond reading": b"[" * 100_000,
    "no UTF-8": b'{"name": "\xff\xfe"}',
    "UTF-16": '{"name": 5}'.encode("utf-16"),
    "a word": b"hello",
    "a string": b'"hello"',
    "null": b"null",
    "nothing": b"",
    "a name of a megabyte": b'{"' + b"x" * 1_000_000 + b'": 1}',
    "many unknown names": json.dumps({f"x{number}": 1 for number in range(20_000)}).encode(),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_strange_body_is_refused_in_a_few_words(house: House, name: str) -> None:
    answer = sent(house.admin_client, BODIES[name])
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == "application/problem+json"
    assert len(answer.content) < 20_000


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "*"]
)
def test_another_kind_of_content_is_refused(house: House, content_type: str) -> None:
    answer = sent(house.admin_client, b'{"name": "Turnzaal"}', {"Content-Type": content_type})
    assert answer.status_code in {415, 422}
    assert house.admin_client.get("/v1/rooms?include=total").json()["total"] == 1


@pytest.mark.parametrize(
    "query",
    ["sourced_id=%00", "sourced_id=%ff", "sourced_id=%ed%a0%80", "cursor=%00", "sort=%00", "%00=1", "class_id=%00"],
)
def test_a_strange_query_is_never_an_error_of_ours(house: House, query: str) -> None:
    assert house.admin_client.get(f"/v1/students?{query}").status_code in {200, 422}


@pytest.mark.parametrize(
    "path", ["/v1/rooms/%00", "/v1/%00", "/v1/rooms/%ff", "/v1/rooms/", "//v1/rooms", "/v1//rooms", "/%2e%2e/"]
)
def test_a_strange_path_is_never_an_error_of_ours(house: House, path: str) -> None:
    assert house.admin_client.get(path).status_code in {404, 422}


@pytest.mark.parametrize("header", ["Idempotency-Key", "If-Match", "If-None-Match", "Accept-Language", "Samenspraak-School", "X-Request-Id", "Authorization"])  # fmt: skip
@pytest.mark.parametrize("value", [b"", b"\xff\xfe", b"a" * 5000, b"q=nan;nl;q=1e999,,;"])
def test_a_strange_header_is_never_an_error_of_ours(house: House, header: str, value: bytes) -> None:
    headers: Any = [
        (name.encode(), text.encode()) for name, text in house.admin_client.headers.items() if name != header
    ]
    client = Client(house.app, house.run)
    for method, body in (("GET", None), ("POST", {"name": "A"})):
        answer = client.request(method, "/v1/rooms", json=body, headers=dict([*headers, (header.encode(), value)]))
        assert answer.status_code < 500
        assert "\xff" not in answer.text


def test_a_body_that_says_it_is_too_large_is_not_even_read(house: House) -> None:
    passed = 0

    async def chunks() -> AsyncIterator[bytes]:
        nonlocal passed
        passed += 1
        yield b" " * (BODY_LIMIT + 1)

    answer = sent(house.admin_client, chunks(), {"Content-Length": str(BODY_LIMIT + 1)})
    assert (answer.status_code, answer.json()["code"], passed) == (413, "too_large", 0)
    assert str(BODY_LIMIT) in answer.json()["detail"]
    assert sent(house.admin_client, b'{"name": "A"}'.ljust(BODY_LIMIT)).status_code == 201


@pytest.mark.parametrize("url", ["/v1/rooms", "/oauth/token"])
def test_a_body_of_untold_length_is_counted_as_it_comes(house: House, url: str) -> None:
    passed = 0

    async def chunks() -> AsyncIterator[bytes]:
        nonlocal passed
        while passed < 8 * BODY_LIMIT:
            passed += BODY_LIMIT // 4
            yield b" " * (BODY_LIMIT // 4)

    answer = sent(house.admin_client, chunks(), url=url)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert str(BODY_LIMIT) in answer.json()["detail"]
    assert passed < 2 * BODY_LIMIT


def test_a_database_that_is_away_is_worth_another_try(another_app: Callable[..., FastAPI], house: House) -> None:
    away = another_app(database_url="postgresql://nobody@127.0.0.1:1/nothing")
    token = away.state.issuer.token("somebody", seconds=60)
    client = Client(away, house.run, {"Authorization": f"Bearer {token}"})
    for answer in (client.get("/v1/rooms"), client.post("/v1/rooms", {"name": "A"}), client.get("/health/ready")):
        assert (answer.status_code, answer.json()["code"]) == (503, "busy")
        assert int(answer.headers["retry-after"]) > 0
    assert client.get("/health/live").status_code == 200


def test_connections_that_break_are_replaced(house: House, database_url: str) -> None:
    house.admin_client.made("/v1/rooms", {"name": "A"})
    house.admin_client.get("/v1/rooms")

    async def break_them() -> None:
        connection = await asyncpg.connect(database_url)
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        await connection.close()

    def asked() -> list[int]:
        read, written = house.admin_client.get("/v1/rooms"), house.admin_client.post("/v1/households", {"label": "B"})
        return [read.status_code, written.status_code]

    for _ in range(3):
        house.run(break_them())
        tries = [asked() for _ in range(8)]
        assert {status for answered in tries for status in answered} <= {200, 201, 503}
        assert asked() == [200, 201]


def test_what_nobody_foresaw_says_nothing_of_the_inside(another_app: Callable[..., FastAPI], house: House) -> None:
    async def broken(_: Request) -> Response:
        raise ZeroDivisionError(SECRET)

    app = another_app()
    add_routes(app, [Route("/v1/broken", broken)])
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://school.test") as client:
            return await client.get("/v1/broken", headers={"X-Request-Id": "abcdefgh"})

    answer = house.run(ask())
    assert (answer.status_code, answer.json()["code"]) == (500, "unexpected")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-request-id"] == answer.json()["request_id"] == "abcdefgh"
    assert SECRET not in answer.text


def test_a_reader_of_arabic_gets_problems_in_the_next_language(house: House) -> None:
    """Messages are there in our own languages only."""
    for asked, given in (("ar", "nl"), ("ar, fr;q=0.5", "fr")):
        answer = house.anna_client.get("/v1/tips/none", headers={"Accept-Language": asked})
        assert (answer.status_code, answer.headers["content-language"]) == (404, given)
