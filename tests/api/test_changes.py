"""The change feed: every change once and in order, none skipped, none of another school."""

import asyncio
import base64
import json
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from house import Client, House

from domain.kernel import clock
from domain.kernel.events import KEPT, record
from domain.kernel.row import new_id

Change = dict[str, Any]


def page(client: Client, cursor: str | None = None, limit: int = 200) -> dict[str, Any]:
    asked = {"limit": limit} | ({"cursor": cursor} if cursor else {})
    answer = client.get("/v1/changes", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()  # type: ignore[no-any-return]


def follow(client: Client, cursor: str | None = None, limit: int = 200, *, until: int) -> tuple[list[Change], str]:
    """Changes after the cursor, until there are so many: other databases of the server may keep the feed waiting."""
    seen: list[Change] = []
    deadline = time.monotonic() + 90
    while len(seen) < until and time.monotonic() < deadline:
        part = page(client, cursor, limit)
        seen, cursor = seen + part["items"], part["next_cursor"]
        if not part["more"] and len(seen) < until:
            time.sleep(0.05)
    assert cursor
    return seen, cursor


def rooms(house: House, *names: str) -> list[str]:
    return [house.admin_client.made("/v1/rooms", {"name": name})["id"] for name in names]


def test_each_deed_is_told_once_in_order_with_ids_only(house: House) -> None:
    room = house.admin_client.made("/v1/rooms", {"name": "Zonnebloem"})["id"]
    house.admin_client.patch(f"/v1/rooms/{room}", {"capacity": 3})
    house.admin_client.delete(f"/v1/rooms/{room}")
    changes, _ = follow(house.admin_client, until=3)
    assert [(one["type"], one["resource"], one["resource_id"]) for one in changes] == [
        ("room.created", "rooms", room),
        ("room.changed", "rooms", room),
        ("room.deleted", "rooms", room),
    ]
    assert len({one["id"] for one in changes}) == 3
    assert "Zonnebloem" not in str(changes)


def test_small_pages_give_the_same_as_one_large(house: House) -> None:
    made = rooms(house, *"ABCDEFG")
    whole, _ = follow(house.admin_client, until=7)
    parts, _ = follow(house.admin_client, limit=2, until=7)
    assert parts == whole
    assert [one["resource_id"] for one in whole] == made
    first = page(house.admin_client, limit=2)
    assert (len(first["items"]), first["more"]) == (2, True)


def test_a_cursor_goes_on_where_it_stopped(house: House) -> None:
    rooms(house, "A")
    _, cursor = follow(house.admin_client, until=1)
    assert page(house.admin_client, cursor)["items"] == []
    later = rooms(house, "B")
    changes, _ = follow(house.admin_client, cursor, until=1)
    assert [one["resource_id"] for one in changes] == later


def test_what_is_undone_is_never_told(house: House) -> None:
    refused = {"name": {"nl": None}}
    body = {"name": {"nl": "Feest"}, "kind": "busy", "starts_on": "2026-10-01", "ends_on": "2026-10-02"}
    made = house.admin_client.made("/v1/calendar-periods", body)
    assert house.admin_client.patch(f"/v1/calendar-periods/{made['id']}", refused).status_code == 422
    assert house.admin_client.delete(f"/v1/classes/{house.first_class}").status_code == 409
    rooms(house, "A")
    changes, _ = follow(house.admin_client, until=2)
    assert [one["type"] for one in changes] == ["calendar_period.created", "room.created"]


def test_a_slow_transaction_is_waited_for_and_never_skipped(house: House) -> None:
    """It has the earlier number, and ends after the quick one: by number alone its event would be passed over."""
    slow, begun, finish = new_id(), asyncio.Event(), asyncio.Event()

    async def slowly() -> None:
        async with house.database.working_for(house.id) as session:
            record(session, "room.changed", "rooms", slow)
            await session.flush()
            begun.set()
            await finish.wait()

    async def start() -> "asyncio.Task[None]":
        task = asyncio.create_task(slowly())
        await begun.wait()
        return task

    async def end(task: "asyncio.Task[None]") -> None:
        finish.set()
        await task

    task = house.run(start())
    try:
        quick = rooms(house, "A", "B")
        withheld = page(house.admin_client)
        assert (withheld["items"], withheld["more"]) == ([], False)
    finally:
        house.run(end(task))
    changes, _ = follow(house.admin_client, withheld["next_cursor"], until=3)
    assert [one["resource_id"] for one in changes] == [str(slow), *quick]


def test_a_feed_is_of_one_school_and_for_those_who_may(house: House, other_house: House) -> None:
    rooms(house, "A")
    mine, cursor = follow(house.system_client, until=1)
    assert mine
    assert page(other_house.admin_client)["items"] == []
    assert page(other_house.admin_client, cursor)["items"] == []
    for client in (house.coordinator_client, house.anna_client, house.sara_client):
        assert client.get("/v1/changes").status_code == 403


def test_a_cursor_older_than_what_is_kept_is_gone(house: House) -> None:
    rooms(house, "A")
    _, cursor = follow(house.admin_client, until=1)
    with clock.at(datetime.now(UTC) + KEPT - timedelta(hours=1)):
        refreshed = page(house.admin_client, cursor)["next_cursor"]
    with clock.at(datetime.now(UTC) + KEPT + timedelta(hours=1)):
        answer = house.admin_client.get(f"/v1/changes?cursor={cursor}")
        assert (answer.status_code, answer.json()["code"]) == (410, "changes_expired")
        assert len(page(house.admin_client)["items"]) == 1, "without a cursor the feed starts anew"
        assert page(house.admin_client, refreshed)["items"] == [], "who keeps reading keeps their place"


def test_a_cursor_from_another_cluster_says_nothing(house: House) -> None:
    rooms(house, "A")
    _, cursor = follow(house.admin_client, until=1)
    *place, cluster = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    restored = base64.urlsafe_b64encode(json.dumps([*place, cluster - 1]).encode()).decode().rstrip("=")
    answer = house.admin_client.get(f"/v1/changes?cursor={restored}")
    assert (answer.status_code, answer.json()["code"]) == (410, "changes_expired")


def made_up(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[]",
        "[1, 2]",
        "[1, 2, 3]",
        '["a", 2, 3, 4]',
        "[-1, 2, 3, 4]",
        "[1, 2, 1e400, 4]",
        "[1, 2, NaN]",
        f"[{2**63}, 2, 3]",
        "[null, 2, 3]",
        "{}",
        "[" * 200,
    ],
)
def test_a_cursor_of_ones_own_making_is_refused(house: House, text: str) -> None:
    answer = house.admin_client.get(f"/v1/changes?cursor={made_up(text) or 'A'}")
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_cursor")


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "cursor=%00", "cursor=a b"])
def test_a_feed_has_bounds(house: House, query: str) -> None:
    assert house.admin_client.get(f"/v1/changes?{query}").status_code == 422
