"""Asking for a planning: what is refused, at once and with its place, and what is not kept."""

import json
from datetime import timedelta

import pytest
from conferences.problems import TINY, kept
from house import House, client

from domain.kernel import clock
from domain.kernel.permissions import Permission
from domain.privacy.retention import forget_in

URL = "/v1/planner/solve"


def test_flaws_are_told_at_once_with_their_place(house: House) -> None:
    meetings = [{**TINY["meetings"][0], "teachers": ["T9"], "weight": -1}]
    for flawed, pointer in (
        (TINY | {"meetings": meetings}, "/meetings/0/weight"),
        (TINY | {"meetings": [{**meetings[0], "weight": 1}]}, "/meetings/0/teachers/0"),
        ([], ""),
    ):
        answer = house.admin_client.post(URL, flawed)
        assert (answer.status_code, answer.json()["code"]) == (422, "problem_flawed")
        assert pointer in [one["pointer"] for one in answer.json()["errors"]]
        assert "T9" not in answer.text
    assert kept(house) == 0


@pytest.mark.parametrize("body", [b"{", b"", b'{"name": NaN}', b"[" * 900, b'"\xff"'])
def test_what_is_no_json_cannot_be_read(house: House, body: bytes) -> None:
    answer = house.admin_client.request("POST", URL, content=body)
    assert (answer.status_code, answer.json()["code"]) == (400, "unreadable_body")


def test_a_problem_of_a_large_school_fits_and_one_without_end_does_not(house: House) -> None:
    padded = json.dumps(TINY).encode()
    assert house.admin_client.request("POST", f"{URL}?seconds=1", content=padded.ljust(3 << 20)).status_code == 202
    assert house.admin_client.request("POST", URL, content=padded.ljust((16 << 20) + 1)).status_code == 413


@pytest.mark.parametrize("query", ["seconds=0", "seconds=601", "workers=5", "seed=-1", "more=1"])
def test_what_is_asked_has_its_bounds(house: House, query: str) -> None:
    assert house.admin_client.post(f"{URL}?{query}", TINY).status_code == 422


def test_one_person_has_a_few_at_once(house: House) -> None:
    urls = [house.anna_client.post(URL, TINY).headers["location"] for _ in range(3)]
    again = house.anna_client.post(URL, TINY)
    assert (again.status_code, again.json()["code"]) == (409, "planner_busy")
    assert house.bram_client.post(URL, TINY).status_code == 202
    house.anna_client.post(f"{urls[0]}/cancel")
    assert house.anna_client.post(URL, TINY).status_code == 202


def test_the_same_key_asks_once(house: House) -> None:
    first, second = (house.admin_client.post(f"{URL}?seconds=1", TINY, headers={"Idempotency-Key": "a"}) for _ in "ab")
    assert first.json()["id"] == second.json()["id"]
    assert kept(house) == 1


def test_after_a_day_nothing_is_there(house: House) -> None:
    job = house.admin_client.made(URL, TINY)
    picture = f"/v1/planner/schedules/{job['id']}/curve.svg"

    async def forget(hours: int) -> None:
        with clock.at(clock.now() + timedelta(hours=hours)):
            await forget_in(house.database, house.id)

    house.run(forget(22))
    assert (kept(house), house.admin_client.get(picture).status_code) == (1, 200)
    house.run(forget(24))
    assert (kept(house), house.admin_client.get(picture).status_code) == (0, 404)


def test_a_system_needs_the_scope(house: House) -> None:
    system = client(house.app, house.run, house.subjects["system"], scope=str(Permission.PLANNER_USE))
    assert system.post(f"{URL}?seconds=1", TINY).status_code == 202
