"""The days of reach are the school's: half past midnight belongs to the day that began there."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from conferences.bookable import keep
from house import House
from sqlalchemy import update
from sqlmodel import col

from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.kernel.row import new_id
from domain.school.models.schools import School

AT = "/v1/reach"
NIGHT = datetime(2026, 10, 14, 0, 30, tzinfo=ZoneInfo("Europe/Brussels"))
"""Still the 13th in UTC."""
EARLIER = NIGHT - timedelta(days=40)


def talked(house: House, starts_at: datetime, status: str, created_at: datetime = EARLIER) -> None:
    row: dict[str, Any] = {"meeting_type": "start-conversation", "channel": "in_person", "status": status}
    row |= {"starts_at": starts_at, "ends_at": starts_at + timedelta(minutes=20), "created_at": created_at}
    talk = Conversation(school_id=house.id, id=new_id(), student_id=house.ids["student"], **row)
    who = {"role": "guardian", "guardian_id": house.ids["sara"], "answer": "accepted"}
    keep(house, [talk], [Participant(school_id=house.id, conversation_id=talk.id, **who)])


def moved(house: House, zone: str) -> None:
    async def move() -> None:
        async with house.database.working_for(house.id) as session:
            await session.execute(update(School).where(col(School.id) == house.id).values(time_zone=zone))

    house.run(move())


def on(house: House, day: date) -> dict[str, int]:
    days = {"from": day.isoformat(), "to": (day + timedelta(days=1)).isoformat()}
    return house.anna_client.get(AT, params=days).json()["rows"][0]  # type: ignore[no-any-return]


@pytest.mark.parametrize(("zone", "day"), [("Europe/Brussels", 14), ("UTC", 13)])
def test_a_talk_at_half_past_midnight_is_of_the_day_at_the_school(house: House, zone: str, day: int) -> None:
    talked(house, NIGHT, "completed")
    moved(house, zone)
    assert {on(house, date(2026, 10, one))["spoken_with"]: one for one in (13, 14)} == {1: day, 0: 27 - day}


def test_an_invitation_at_half_past_midnight_is_of_that_day_too(house: House) -> None:
    talked(house, NIGHT + timedelta(days=20), "planned", created_at=NIGHT)
    assert on(house, date(2026, 10, 13))["never_invited"] == 1
    assert on(house, date(2026, 10, 14))["never_answered"] == 1
    days = {"from": "2026-10-14", "to": "2026-10-15"}
    [one] = house.anna_client.get(f"{AT}/families", params=days).json()["items"]
    assert {way["tried_on"] for way in one["tried"]} == {"2026-10-14"}


def test_a_contact_is_of_today_at_the_school(house: House) -> None:
    """Somewhere on earth it is another day than in UTC now."""
    zone = "Pacific/Kiritimati" if datetime.now(UTC).time() >= time(10) else "Etc/GMT+12"
    moved(house, zone)
    made = house.anna_client.made("/v1/contacts", {"student_id": house.student, "kind": "at_the_gate"})
    today = datetime.now(ZoneInfo(zone)).date()
    assert made["met_on"] == today.isoformat()
    assert on(house, today)["spoken_with"] == 1
