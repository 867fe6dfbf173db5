"""What must hold after a rush, by what the database and the feed say."""

import asyncio
from collections import Counter
from typing import Any

from activities.rush.families import Crowd
from activities.rush.school import read

_ROWS = """
SELECT id::text, queue_number, state, adults + children + brings_along AS people
FROM activity_sign_ups WHERE school_id = $1 ORDER BY queue_number
"""
_EVENTS = """
SELECT resource_id::text AS id, split_part(type, '.', 2) AS deed
FROM events WHERE school_id = $1 AND resource = 'activity-sign-ups' ORDER BY sequence
"""


def judged(url: str, crowd: Crowd) -> Counter[str]:
    """Never over capacity, order kept, everybody told why; how many stand how."""
    rows = asyncio.run(read(url, _ROWS, crowd.rush.school_id))
    events = asyncio.run(read(url, _EVENTS, crowd.rush.school_id))
    _is_within(crowd.rush.places, rows)
    _is_in_order(rows, events)
    _everybody_was_told(crowd, rows)
    return Counter(row["state"] for row in rows)


def _is_within(places: int, rows: list[Any]) -> None:
    taken = sum(row["people"] for row in rows if row["state"] == "signed_up")
    assert taken <= places, f"{taken} people on {places} places"
    for row in rows:
        assert row["state"] != "waiting" or row["people"] > places - taken, "somebody waits for a place that is free"


def _is_in_order(rows: list[Any], events: list[Any]) -> None:
    """The queue rises as it was joined; of those of one size, nobody passed who came before."""
    number = {row["id"]: row["queue_number"] for row in rows}
    joined = [number[one["id"]] for one in events if one["deed"] == "made"]
    assert joined == sorted(joined)
    changed = {one["id"] for one in events if one["deed"] in {"changed", "cancelled"}}
    for size in {row["people"] for row in rows}:
        states = [row["state"] for row in rows if row["people"] == size and row["id"] not in changed]
        assert states == sorted(states, key=["signed_up", "waiting"].index), f"somebody of {size} was passed"


def _everybody_was_told(crowd: Crowd, rows: list[Any]) -> None:
    assert crowd.statuses <= {200, 201, 412}
    assert {told["id"] for told in crowd.told.values()} == {row["id"] for row in rows}
    assert len(rows) == crowd.rush.families
    for told in crowd.told.values():
        waits = told["state"] == "waiting"
        assert (bool(told["told"]), bool(told["waiting_place"])) == (waits, waits)
