"""A problem as a document: planned by a real worker, followed, finished, cancelled, seen by who asked, and forgotten."""

import json
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from conferences.problems import TINY
from fastapi import FastAPI
from house import Client, House, Run, client
from sqlalchemy import func, select, text, update
from sqlmodel import col
from working import reached, working

from api.worker import DEEDS
from domain.conferences.models.planner_runs import PlannerRun
from domain.kernel import clock
from domain.kernel.jobs import Job
from domain.kernel.permissions import Permission
from domain.privacy.retention import forget_in

URL = "/v1/planner/solve"
ENQUEUE = text(
    "INSERT INTO queue.pgqueuer (priority, entrypoint, payload, status) VALUES (0, 'job', :payload, 'queued')"
)


@pytest.fixture(scope="module", autouse=True)
def worker(app: FastAPI, run: Run) -> Iterator[None]:
    with working(app, run, DEEDS):
        yield


def sent(caller: Client, seconds: int = 1, problem: Any = TINY) -> str:
    answer = caller.post(f"{URL}?seconds={seconds}", problem)
    assert answer.status_code == 202, answer.text
    return answer.headers["location"]  # type: ignore[no-any-return]


def placing(caller: Client, url: str) -> dict[str, Any]:
    """The job, as soon as it has placed something."""
    deadline = time.monotonic() + 20
    while not (job := caller.get(url).json())["progress"]["done"]:
        assert time.monotonic() < deadline, job
        time.sleep(0.05)
    return job  # type: ignore[no-any-return]


def kept(house: House, *, problems: bool = False) -> int:
    """How many plannings there are, or problems that still wait."""
    there = [col(PlannerRun.school_id) == house.id, *([col(PlannerRun.problem).is_not(None)] if problems else [])]

    async def count() -> int:
        async with house.database.working_for(house.id) as session:
            statement = select(func.count()).select_from(PlannerRun).where(*there)
            return (await session.execute(statement)).scalar() or 0

    return house.run(count())  # type: ignore[no-any-return]


def test_a_problem_goes_in_and_a_schedule_comes_out(house: House) -> None:
    url = sent(house.anna_client)
    job = reached(house.anna_client, url)
    assert (job["status"], job["can_finish"], job["problem"]) == ("succeeded", True, None)
    assert (job["result"]["planned"], job["result"]["left_out"]) == (2, 1)
    assert set(job["progress"]["figures"]) >= {"gap", "weight_left", "planned_weight_at_most", "seconds"}
    schedule = house.anna_client.get(job["result"]["schedule"]).json()
    assert {talk["meeting"] for talk in schedule["scheduled"]} == {"M1", "M3"}
    assert [talk["meeting"] for talk in schedule["unscheduled"]] == ["M2"]
    assert schedule["proof"]["gap"] == 0
    picture = house.anna_client.get(job["result"]["curve"], headers={"Accept-Language": "fr"})
    told = [part.text or "" for part in ET.fromstring(picture.text)]
    assert "Entretiens placés : 2 sur 3" in told[1]
    assert kept(house, problems=True) == 0, "the problem goes as soon as it is planned"


def test_its_progress_is_sent_as_it_goes(house: House) -> None:
    answer = house.admin_client.get(sent(house.admin_client) + "/events")
    jobs = [json.loads(line.removeprefix("data: ")) for line in answer.text.splitlines() if line.startswith("data: ")]
    assert any(job["progress"]["figures"] for job in jobs if job["status"] == "running")
    assert jobs[-1]["status"] == "succeeded"


def test_it_finishes_when_told_with_the_best_so_far(house: House) -> None:
    url = sent(house.admin_client, seconds=300)
    placing(house.admin_client, url)
    began = time.monotonic()
    assert house.admin_client.post(f"{url}/finish").status_code == 200
    job = reached(house.admin_client, url)
    assert time.monotonic() - began < 10
    assert (job["status"], job["result"]["planned"]) == ("succeeded", 2)


def test_it_can_be_cancelled_and_then_nothing_is_left(house: House) -> None:
    url = sent(house.admin_client, seconds=300)
    placing(house.admin_client, url)
    house.admin_client.post(f"{url}/cancel")
    assert reached(house.admin_client, url)["status"] == "cancelled"
    assert kept(house) == 0


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


def test_who_asked_and_the_office_see_it_and_nobody_else(house: House, other_house: House) -> None:
    url = sent(house.anna_client)
    result = reached(house.anna_client, url)["result"]
    for address in (result["schedule"], result["curve"]):
        assert house.anna_client.get(address).status_code == 200
        assert house.coordinator_client.get(address).status_code == 200
        for other in (house.bram_client, house.system_client, other_house.admin_client):
            assert other.get(address).status_code == 404


def test_one_person_has_a_few_at_once(house: House) -> None:
    urls = [sent(house.anna_client, seconds=300) for _ in range(3)]
    again = house.anna_client.post(URL, TINY)
    assert (again.status_code, again.json()["code"]) == (409, "planner_busy")
    sent(house.bram_client, seconds=1)
    for url in urls:
        house.anna_client.post(f"{url}/cancel")
    for url in urls:
        reached(house.anna_client, url)
    sent(house.anna_client, seconds=1)


def test_the_same_key_asks_once(house: House) -> None:
    first, second = (house.admin_client.post(f"{URL}?seconds=1", TINY, headers={"Idempotency-Key": "a"}) for _ in "ab")
    assert first.json()["id"] == second.json()["id"]
    assert kept(house) == 1


def test_the_row_of_the_job_holds_no_document(house: House) -> None:
    url = sent(house.admin_client, problem=TINY | {"name": "Zonnebloem"})
    reached(house.admin_client, url)

    async def row() -> str:
        async with house.database.working_for(house.id) as session:
            mine = select(func.row_to_json(Job.__table__.table_valued())).where(col(Job.school_id) == house.id)
            return str((await session.execute(mine)).all())

    assert "Zonnebloem" not in house.run(row())


def test_after_a_day_nothing_is_there(house: House) -> None:
    job = reached(house.admin_client, sent(house.admin_client))

    async def forget(hours: int) -> None:
        with clock.at(clock.now() + timedelta(hours=hours)):
            await forget_in(house.database, house.id)

    house.run(forget(22))
    assert kept(house) == 1
    house.run(forget(24))
    assert kept(house) == 0
    assert house.admin_client.get(job["result"]["schedule"]).status_code == 404


def test_what_was_planned_before_the_worker_stumbled_is_not_planned_again(house: House) -> None:
    """The queue brings a job again when its end could not be written."""
    job = reached(house.admin_client, sent(house.admin_client))

    async def again() -> None:
        async with house.database.working_for(house.id) as session:
            mine = update(Job).where(col(Job.school_id) == house.id, col(Job.id) == job["id"])
            await session.execute(mine.values(status="running", result=None))
            await session.execute(ENQUEUE, {"payload": f"{house.id} {job['id']}".encode()})

    house.run(again())
    again_done = reached(house.admin_client, f"/v1/jobs/{job['id']}")
    assert again_done["result"] == job["result"]


def test_a_system_needs_the_scope(house: House) -> None:
    system = client(house.app, house.run, house.subjects["system"], scope=str(Permission.PLANNER_USE))
    assert system.post(f"{URL}?seconds=1", TINY).status_code == 202
