"""Long work over HTTP: a real worker on the real queue."""

import asyncio
import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from fastapi import FastAPI
from house import House, Run
from working import reached, working

from api import queue
from domain.kernel.errors import Invalid, Message
from domain.kernel.job_actions import ask_for
from domain.kernel.work import Work

TOO_MANY = Message("too_many", "Te veel.", "Trop.", "Too many.")


async def count(work: Work) -> dict[str, Any]:
    """A deed for tests: counts to a number, slowly, or fails at it."""
    for step in range(work.input["to"]):
        await work.tell("counting", step, work.input["to"], left=work.input["to"] - step)
        if work.is_to_finish:
            return {"counted": step}
        await asyncio.sleep(work.input.get("pause", 0))
    if work.input.get("refuse"):
        raise Invalid(TOO_MANY)
    if work.input.get("break"):
        raise ZeroDivisionError
    return {"counted": work.input["to"], **({"said": chr(0)} if work.input.get("unkept") else {})}


@pytest.fixture(scope="module", autouse=True)
def worker(app: FastAPI, run: Run) -> Iterator[None]:
    with working(app, run, {"count": count}):
        yield


def asked(house: House, *, can_finish: bool = False, **job_input: Any) -> str:
    async def ask() -> UUID:
        async with house.database.working_for(house.id) as session:
            return (await ask_for(session, "count", job_input, can_finish=can_finish)).id

    return f"/v1/jobs/{house.run(ask())}"


def test_a_job_is_done_and_tells_its_result(house: House) -> None:
    job = reached(house.admin_client, asked(house, to=3))
    assert (job["status"], job["result"]) == ("succeeded", {"counted": 3})
    assert job["progress"] == {"done": 2, "total": 3, "phase": "counting", "figures": {"left": 1}}


def test_a_refusal_says_why_and_a_breakdown_says_nothing_of_the_inside(house: House) -> None:
    refused = reached(house.admin_client, asked(house, to=1, refuse=True))
    assert refused["problem"]["code"] == "too_many"
    broken = reached(house.admin_client, asked(house, to=1, **{"break": True}))
    assert broken["status"] == "failed"
    assert broken["problem"]["code"] == "job_broke_down"


def test_a_running_job_stops_when_asked(house: House) -> None:
    url = asked(house, to=1000, pause=0.02)
    reached(house.admin_client, url, {"running"})
    assert house.admin_client.post(f"{url}/cancel").status_code == 200
    assert reached(house.admin_client, url)["status"] == "cancelled"


def test_a_job_that_can_finishes_with_what_it_has(house: House) -> None:
    url = asked(house, can_finish=True, to=1000, pause=0.02)
    assert reached(house.admin_client, url, {"running"})["can_finish"]
    assert house.admin_client.post(f"{url}/finish").status_code == 200
    job = reached(house.admin_client, url)
    assert job["status"] == "succeeded"
    assert job["result"]["counted"] < 999
    again = house.admin_client.post(f"{url}/finish")
    assert (again.status_code, again.json()["version"]) == (200, job["version"])


def test_a_job_of_all_or_nothing_goes_on(house: House) -> None:
    url = asked(house, to=20, pause=0.02)
    refused = house.admin_client.post(f"{url}/finish")
    assert (refused.status_code, refused.json()["code"]) == (409, "job_cannot_finish_early")
    assert reached(house.admin_client, url)["result"] == {"counted": 20}


def test_an_end_that_cannot_be_written_is_no_endless_job(house: House) -> None:
    job = reached(house.admin_client, asked(house, to=1, unkept=True))
    assert (job["status"], job["problem"]["code"]) == ("failed", "job_broke_down")


STUMBLE = """
CREATE SEQUENCE IF NOT EXISTS stumbles;
CREATE OR REPLACE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('stumbles') <= 2 THEN RAISE 'not now'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stumbles BEFORE UPDATE ON jobs FOR EACH ROW WHEN (NEW.input ? 'stumble' AND NEW.finished_at IS NOT NULL)
EXECUTE FUNCTION stumble()
"""


@pytest.fixture
def stumbling(database_url: str) -> Iterator[None]:
    """A database that refuses twice to write how a job ended."""

    async def execute(statement: str) -> None:
        connection = await asyncpg.connect(database_url)
        await connection.execute(statement)
        await connection.close()

    asyncio.run(execute(STUMBLE))
    yield
    asyncio.run(execute("DROP TRIGGER stumbles ON jobs; DROP FUNCTION stumble; DROP SEQUENCE stumbles"))


def test_a_job_whose_end_could_not_be_written_comes_again(
    house: House, stumbling: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "AGAIN", timedelta(0))
    assert reached(house.admin_client, asked(house, to=1, stumble=True))["status"] == "succeeded"


def test_server_sent_events_follow_a_job_to_its_end(house: House) -> None:
    answer = house.admin_client.get(asked(house, to=5, pause=0.2) + "/events")
    sent = [json.loads(line.removeprefix("data: ")) for line in answer.text.splitlines() if line.startswith("data: ")]
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert sent[-1]["status"] == "succeeded"
    assert len(sent) >= 2


def test_work_that_is_rolled_back_is_never_asked_for(house: House) -> None:
    async def change_of_mind() -> None:
        async with house.database.working_for(house.id) as session:
            await ask_for(session, "count", {"to": 1})
            raise KeyError

    with pytest.raises(KeyError):
        house.run(change_of_mind())
    assert house.admin_client.get("/v1/jobs").json()["items"] == []


def test_a_job_of_the_school_is_for_its_office(house: House, other_house: House) -> None:
    url = asked(house, to=0)
    assert house.coordinator_client.get(url).status_code == 200
    assert house.anna_client.get(url).status_code == 404
    assert other_house.admin_client.get(url).status_code == 404
    assert house.sara_client.get(url).status_code == 403
