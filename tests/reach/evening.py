"""A round of six families that is published over HTTP, with figures that are counted by hand."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from conferences.bookable import keep
from conferences.published import FIRST, WHOLE, Rows, drafted, planning_round, window
from house import House
from reach.families import settled
from sqlalchemy import select, update
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.requests import RequestParty, TalkRequest
from domain.conferences.models.schedules import ScheduledTalk
from domain.families.models import Guardianship
from domain.kernel.row import new_id

LATE = [window(FIRST + timedelta(minutes=150), timedelta(minutes=30))]
MINUTES: dict[str, int] = {
    "0_anna": 0,
    "1_anna": 30,
    "2_anna": 50,
    "3_anna": 80,
    "4_anna": 100,
    "5_anna": 130,
    "0_bram": 30,
    "1_bram": 65,
    "2_bram": 90,
    "3_bram": 125,
    "4_bram": 170,
}
"""When each talk of ten minutes begins. Families 0 to 4 wait 20, 25, 30, 35 and 60 minutes; family 5 has one talk."""
INTERPRETED = ("0_anna", "2_anna", "4_anna")
"""Of the ten talks of families 0 to 4, which all wish an interpreter. He needs the time between them."""


def published_evening(house: House) -> Rows:
    """Family 5 can come late only, and its talk is early; family 6 did not say when it can."""
    rows = planning_round(house, {})
    students = [UUID(one) for one in settled(house, "ar", 7)]
    guardians = house.run(_guardians(house, students))
    families = [_family(rows, place, guardians[student]) for place, student in enumerate(students)]
    rows.ids |= {f"family_{place}": one.id for place, one in enumerate(families)}
    talks = {**MINUTES, "6_anna": 150}
    rows.ids |= {name: new_id() for name in talks}
    keep(house, families, [_request(rows, name) for name in talks], _parties(rows, talks, students))
    times: dict[str, datetime | None] = {name: FIRST + timedelta(minutes=minutes) for name, minutes in talks.items()}
    schedule = drafted(rows, times)
    house.run(_interpreted(rows))
    house.admin_client.made(f"/v1/conference-schedules/{schedule}/publish", {})
    return rows


def _family(rows: Rows, place: int, guardian_id: UUID) -> ConferenceFamily:
    told: dict[str, Any] = {"status": "answered", "available": LATE if place == 5 else WHOLE}
    if place == 6:
        told = {"status": "asked", "available": []}
    language = "ar" if place < 5 else None
    here = {"school_id": rows.house.id, "round_id": rows.id}
    return ConferenceFamily(**here, id=new_id(), guardian_id=guardian_id, interpreter_language=language, **told)


def _request(rows: Rows, name: str) -> TalkRequest:
    return TalkRequest(school_id=rows.house.id, id=rows.ids[name], round_id=rows.id, brought_by="guardian", topics=[])


def _parties(rows: Rows, talks: dict[str, int], students: list[UUID]) -> list[RequestParty]:
    parties = []
    for name in talks:
        place, who = name.split("_")
        of_it = {"school_id": rows.house.id, "request_id": rows.ids[name]}
        about = [{"family_id": rows.ids[f"family_{place}"]}, {"student_id": students[int(place)]}]
        parties += [RequestParty(**of_it, **one) for one in (*about, {"staff_id": rows.house.ids[who]})]
    return parties


async def _guardians(house: House, students: list[UUID]) -> dict[UUID, UUID]:
    async with house.database.working_for(house.id) as session:
        link = select(col(Guardianship.student_id), col(Guardianship.guardian_id))
        found = await session.execute(link.where(col(Guardianship.student_id).in_(students)))
        return {one.student_id: one.guardian_id for one in found}


async def _interpreted(rows: Rows) -> None:
    async with rows.house.database.working_for(rows.house.id) as session:
        those = col(ScheduledTalk.request_id).in_([rows.ids[name] for name in INTERPRETED])
        await session.execute(update(ScheduledTalk).where(those).values(interpreter_id=rows.house.ids["interpreter"]))
