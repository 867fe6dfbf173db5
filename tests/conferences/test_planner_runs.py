"""A problem as a document, planned by a real worker: followed, finished, cancelled, and seen by who asked."""

import json
import time
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest
from conferences.problems import TINY, kept
from fastapi import FastAPI
from house import Client, House, Run, build_house
from sqlalchemy import func, select, text, update
from sqlmodel import col
from working import reached, working

from api.worker import DEEDS
from domain.kernel.jobs import Job

URL = "/v1/planner/solve"
SECRET = "Zonnebloem"
ENQUEUE = text(
    "INSERT INTO queue.pgqueuer (priority, entrypoint, payload, status) VALUES (0, 'job', :payload, 'queued')"
)


@pytest.fixture(scope="module", autouse=True)
def worker(app: FastAPI, run: Run) -> Iterator[None]:
    with working(app, run, DEEDS):
        yield


class Planned(NamedTuple):
    """A planning that has ended: whose, and the job each time it was told."""

    house: House
    told: list[dict[str, Any]]

    @property
    def job(self) -> dict[str, Any]:
        return self.told[-1]


@pytest.fixture(scope="module")
def planned(app: FastAPI, run: Run, worker: None) -> Planned:
    """One for all that only look: a planner takes a while to start."""
    house = build_house(app, run)
    events = house.anna_client.get(sent(house.anna_client, 3, TINY | {"name": SECRET}) + "/events").text
    return Planned(house, [json.loads(line.removeprefix("data: ")) for line in events.splitlines() if line[:1] == "d"])


def sent(caller: Client, seconds: int, problem: Any = TINY) -> str:
    answer = caller.post(f"{URL}?seconds={seconds}", problem)
    assert answer.status_code == 202, answer.text
    return answer.headers["location"]  # type: ignore[no-any-return]


def placing(caller: Client, url: str) -> None:
    """Wait until the job has placed something."""
    deadline = time.monotonic() + 90
    while not (job := caller.get(url).json())["progress"]["done"]:
        assert time.monotonic() < deadline, job
        time.sleep(0.05)


def test_a_problem_goes_in_and_a_schedule_comes_out(planned: Planned) -> None:
    job, anna = planned.job, planned.house.anna_client
    assert (job["status"], job["can_finish"], job["problem"]) == ("succeeded", True, None)
    assert (job["result"]["planned"], job["result"]["left_out"]) == (2, 1)
    schedule = anna.get(job["result"]["schedule"]).json()
    assert "M1" in {talk["meeting"] for talk in schedule["scheduled"]}
    assert len(schedule["unscheduled"]) == 1
    assert schedule["problem"] == SECRET
    assert kept(planned.house, problems=True) == 0, "the problem goes as soon as it is planned"


def test_its_figures_are_told_and_stay(planned: Planned) -> None:
    """How often while it runs is up to the machine: so small a problem may be done before anyone asks."""
    assert {"gap", "weight_left", "planned_weight_at_most", "seconds"} <= set(planned.job["progress"]["figures"])


def test_its_score_over_time_is_a_picture_in_the_language_of_the_reader(planned: Planned) -> None:
    picture = planned.house.anna_client.get(planned.job["result"]["curve"], headers={"Accept-Language": "fr"})
    assert "Entretiens placés : 2 sur 3" in (list(ET.fromstring(picture.text))[1].text or "")


def test_who_asked_and_the_office_see_it_and_nobody_else(planned: Planned, other_house: House) -> None:
    house = planned.house
    for address in (planned.job["result"]["schedule"], planned.job["result"]["curve"]):
        assert house.anna_client.get(address).status_code == 200
        assert house.coordinator_client.get(address).status_code == 200
        for other in (house.bram_client, house.system_client, other_house.admin_client):
            assert other.get(address).status_code == 404


def test_the_row_of_the_job_holds_no_document(planned: Planned) -> None:
    async def row() -> str:
        async with planned.house.database.working_for(planned.house.id) as session:
            mine = select(func.row_to_json(Job.__table__.table_valued())).where(col(Job.school_id) == planned.house.id)
            return str((await session.execute(mine)).all())

    assert SECRET not in planned.house.run(row())


def test_what_was_planned_before_the_worker_stumbled_is_not_planned_again(planned: Planned) -> None:
    """The queue brings a job again when its end could not be written."""
    house, job = planned.house, planned.job

    async def again() -> None:
        async with house.database.working_for(house.id) as session:
            mine = update(Job).where(col(Job.school_id) == house.id, col(Job.id) == job["id"])
            await session.execute(mine.values(status="running", result=None))
            await session.execute(ENQUEUE, {"payload": f"{house.id} {job['id']}".encode()})

    house.run(again())
    assert reached(house.anna_client, f"/v1/jobs/{job['id']}")["result"] == job["result"]


def test_it_finishes_when_told_with_the_best_so_far(house: House) -> None:
    url = sent(house.admin_client, seconds=300)
    placing(house.admin_client, url)
    assert house.admin_client.post(f"{url}/finish").status_code == 200
    job = reached(house.admin_client, url)
    assert (job["status"], job["result"]["planned"]) == ("succeeded", 2)


def test_it_can_be_cancelled_and_then_nothing_is_left(house: House) -> None:
    url = sent(house.admin_client, seconds=300)
    placing(house.admin_client, url)
    house.admin_client.post(f"{url}/cancel")
    assert reached(house.admin_client, url)["status"] == "cancelled"
    assert kept(house) == 0
