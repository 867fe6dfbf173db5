"""One request, one transaction, which has ended well before the answer starts."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import asyncpg
import pytest
from house import House

NAME = "Zonnebloem"


def owner(database_url: str, run: Callable[[Any], Any], statement: str) -> Any:
    async def ask() -> Any:
        connection = await asyncpg.connect(database_url)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    return run(ask())


async def _posted(house: House, database_url: str) -> tuple[int, int]:
    """The status of a POST, and how many such rows others saw at the moment when the answer started."""
    told: dict[str, int] = {}
    body = json.dumps({"name": NAME}).encode()
    headers = [(name.lower().encode(), value.encode()) for name, value in house.admin_client.headers.items()]
    headers += [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/v1/rooms",
        "raw_path": b"/v1/rooms",
        "root_path": "",
        "query_string": b"",
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("school.test", 80),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            connection = await asyncpg.connect(database_url)
            count = "SELECT count(*) FROM rooms WHERE school_id = $1 AND name = $2"
            told.update(status=message["status"], seen=await connection.fetchval(count, house.id, NAME))
            await connection.close()

    await house.app(scope, receive, send)
    return told["status"], told["seen"]


def test_what_was_answered_is_there_for_everybody(house: House, database_url: str) -> None:
    assert house.run(_posted(house, database_url)) == (201, 1)


@pytest.fixture
def refused_at_the_end(database_url: str, run: Callable[[Any], Any]) -> Iterator[None]:
    """A constraint that the database looks at when the transaction commits, and not before."""
    owner(
        database_url,
        run,
        f"""
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation';
        END $$;
        CREATE CONSTRAINT TRIGGER refused AFTER INSERT ON rooms DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW WHEN (NEW.name = '{NAME}') EXECUTE FUNCTION refuse();
    """,
    )
    yield
    owner(database_url, run, "DROP TRIGGER refused ON rooms; DROP FUNCTION refuse()")


def test_a_commit_that_fails_is_never_answered_as_done(
    house: House, database_url: str, refused_at_the_end: None
) -> None:
    assert house.run(_posted(house, database_url)) == (422, 0)
    refused = house.admin_client.post("/v1/rooms", {"name": NAME}, headers={"Idempotency-Key": "once"})
    assert (refused.status_code, refused.json()["code"]) == (422, "not_consistent")
    assert (
        house.admin_client.post("/v1/rooms", {"name": "Turnzaal"}, headers={"Idempotency-Key": "once"}).status_code
        == 201
    )


def test_a_created_row_is_told_with_its_address(house: House) -> None:
    made = house.admin_client.post("/v1/rooms", {"name": NAME})
    assert made.headers["location"] == f"/v1/rooms/{made.json()['id']}"
    assert house.admin_client.get(made.headers["location"]).json() == made.json()
    assert made.headers["cache-control"] == "private, no-store"


def test_what_one_reads_is_not_kept_for_another(house: House) -> None:
    for path in ("/v1/rooms", f"/v1/rooms/{house.room}"):
        answer = house.admin_client.get(path)
        assert answer.headers["cache-control"] == "private, no-cache"
        assert "Authorization" in answer.headers["vary"]
