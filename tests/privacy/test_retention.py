"""What has served its time is not only hidden: it is gone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from conferences.rounds import families, requested, requests
from fastapi import FastAPI
from house import House, Run, build_house
from sqlalchemy import func, select, text
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.events import Event
from domain.kernel.job_actions import ask_for
from domain.kernel.replay import Replay
from domain.privacy.retention import forget_in, forget_what_served


def kept(house: House, table: Any) -> int:
    async def count() -> int:
        async with house.database.working_for(house.id) as session:
            return (await session.execute(select(func.count()).where(col(table.school_id) == house.id))).scalar() or 0

    return house.run(count())  # type: ignore[no-any-return]


def later(house: House, days: int) -> None:
    async def forget() -> None:
        with clock.at(clock.now() + timedelta(days=days)):
            await forget_in(house.database, house.id)

    house.run(forget())


def room(house: House) -> UUID:
    made = house.admin_client.post("/v1/rooms", {"name": "Refter"}, headers={"Idempotency-Key": "once"})
    return made.json()["id"]  # type: ignore[no-any-return]


def test_answers_go_after_a_day_and_events_after_a_month(house: House) -> None:
    room(house)
    assert (kept(house, Replay), kept(house, Event) > 0) == (1, True)
    later(house, days=0)
    assert (kept(house, Replay), kept(house, Event) > 0) == (1, True)
    later(house, days=2)
    assert (kept(house, Replay), kept(house, Event) > 0) == (0, True)
    later(house, days=31)
    assert kept(house, Event) == 0


def test_every_school_has_its_turn(
    another_app: Callable[..., FastAPI], new_database: Callable[[str], str], worker_id: str, run: Run
) -> None:
    """In a database of its own: the one of the other tests has thousands of schools."""
    app = another_app(database_url=new_database(f"turns_{worker_id}"))
    schools = [build_house(app, run) for _ in range(2)]
    for one in schools:
        room(one)

    async def forget() -> None:
        with clock.at(clock.now() + timedelta(days=2)):
            await forget_what_served(app.state.database)

    run(forget())
    assert [kept(one, Replay) for one in schools] == [0, 0]


def test_what_is_in_use_stays(house: House) -> None:
    made = room(house)
    later(house, days=400)
    assert house.admin_client.get(f"/v1/rooms/{made}").status_code == 200


def test_a_job_that_the_queue_lost_ends(house: House) -> None:
    async def ask() -> list[str]:
        async with house.database.working_for(house.id) as session:
            lost, queued = [(await ask_for(session, "nothing", {})).id for _ in range(2)]
            await session.flush()
            payload = f"{house.id} {lost}".encode()
            await session.execute(text("DELETE FROM queue.pgqueuer WHERE payload = :payload"), {"payload": payload})
            return [lost, queued]

    jobs = house.run(ask())
    later(house, days=0)
    lost, queued = (house.admin_client.get(f"/v1/jobs/{job_id}").json() for job_id in jobs)
    assert (lost["status"], lost["problem"]["code"], queued["status"]) == ("failed", "job_broke_down", "queued")
    assert lost["finished_at"]


def test_a_year_after_a_round_nobody_reads_when_families_could(house: House) -> None:
    round_ = requested(house)
    sara = families(house, round_)["sara"]["id"]
    house.anna_client.made(f"/v1/conference-families/{sara}/link", {})
    house.anna_client.made(f"/v1/conference-families/{sara}/attempts", {"channel": "phone"})
    later(house, 8)
    after_a_week = families(house, round_)["sara"]
    assert (after_a_week["link_expires_at"], len(after_a_week["available"])) == (None, 2)
    later(house, 3 * 366)
    after = families(house, round_)["sara"]
    assert (after["available"], after["attempts"], after["status"]) == ([], [], "answered")
    assert len(requests(house, round_)) == 3
