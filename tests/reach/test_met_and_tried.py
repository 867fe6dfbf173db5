"""What counts as spoken with, what counts as tried, and how the last round went."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from activities.invited import invited
from conferences.bookable import bookable, booked, changed, keep, talk
from house import House
from sqlalchemy import update
from sqlmodel import col

from domain.activities.models import SignUp
from domain.conferences.models import ConferenceFamily, ConferenceRound
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.kernel.row import new_id
from domain.visits.models.visits import HomeVisit
from domain.visits.models.words import VisitStatus

AT = "/v1/reach"


def talked(house: House, status: str, answer: str, person: str = "sara") -> None:
    """A conversation of last week about Lina."""
    start = datetime.now(UTC) - timedelta(days=7)
    at: dict[str, Any] = {"school_id": house.id}
    row = Conversation(
        **at,
        id=new_id(),
        meeting_type="start-conversation",
        student_id=house.ids["student"],
        channel="in_person",
        status=status,
        starts_at=start,
        ends_at=start + timedelta(minutes=20),
        created_at=start - timedelta(days=7),
    )
    who = Participant(**at, conversation_id=row.id, role="guardian", guardian_id=house.ids[person], answer=answer)

    async def add() -> None:
        async with house.database.working_for(house.id) as session:
            session.add(row)
            await session.flush()
            session.add(who)

    house.run(add())


def group(house: House) -> str:
    row = house.anna_client.get(AT).json()["rows"][0]
    return next(name for name in ("spoken_with", "invited_not_met", "never_answered", "never_invited") if row[name])


@pytest.mark.parametrize(
    ("status", "answer", "said"),
    [
        ("completed", "accepted", "spoken_with"),
        ("completed", "declined", "never_answered"),
        ("no_show", "accepted", "never_answered"),
        ("planned", "invited", "never_answered"),
    ],
)
def test_a_conversation_counts_when_it_took_place_with_somebody(
    house: House, status: str, answer: str, said: str
) -> None:
    talked(house, status, answer)
    assert group(house) == said


def test_who_came_to_an_activity_was_spoken_with(house: House) -> None:
    cafe = invited(house)
    made = cafe.signed("sara")
    assert group(house) == "invited_not_met"
    came_at(house, made)
    assert group(house) == "spoken_with"


def came_at(house: House, made: dict[str, Any]) -> None:
    changed(house, SignUp, UUID(made["id"]), came_at=datetime.now(UTC))


def visited(house: House, status: VisitStatus) -> None:
    then = datetime.now(UTC) - timedelta(days=1)
    ids = {"school_id": house.id, "student_id": house.ids["student"], "guardian_id": house.ids["sara"]}
    row = HomeVisit(**ids, why={"nl": "Kennismaken"}, status=status, asked_at=then, starts_at=then)
    keep(house, [row])


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (VisitStatus.DONE, "spoken_with"),
        (VisitStatus.CANCELLED, "never_invited"),
        (VisitStatus.ASKED, "never_answered"),
        (VisitStatus.REFUSED, "invited_not_met"),
        (VisitStatus.WITHDRAWN, "invited_not_met"),
    ],
)
def test_a_visit_counts_when_it_took_place(house: House, status: VisitStatus, said: str) -> None:
    visited(house, status)
    assert group(house) == said


def test_a_talk_with_either_parent_is_a_talk_with_the_family(house: House) -> None:
    talked(house, "completed", "declined", "sara")
    talked(house, "completed", "accepted", "omar")
    assert group(house) == "spoken_with"


def test_the_last_round_tells_nothing_of_fewer_than_five_families(house: House) -> None:
    rows = bookable(house)
    booked(house.sara_client, rows, talk(rows, 10))
    changed(house, ConferenceRound, rows.id, published_at=datetime.now(UTC) - timedelta(hours=1))
    told = house.coordinator_client.get(AT).json()["last_round"]
    assert told["round_id"] == str(rows.id)
    assert {told[name] for name in told if name not in {"round_id", "name"}} == {None}
    assert house.anna_client.get(AT).json()["last_round"] is None, "it is the office's"


def test_what_a_round_tried_is_told_and_not_tried_again(house: House) -> None:
    bookable(house)
    tried = [{"channel": "phone", "reached": False, "at": datetime.now(UTC).isoformat()}]

    async def attempt() -> None:
        async with house.database.working_for(house.id) as session:
            mine = update(ConferenceFamily).where(col(ConferenceFamily.school_id) == house.id)
            await session.execute(mine.values(attempts=tried, status="unreached"))

    house.run(attempt())
    told = house.anna_client.get(f"{AT}/families").json()["items"]
    one = next(one for one in told if one["student_id"] == house.student)
    assert one["group"] == "never_answered"
    assert {(way["what"], way["way"]) for way in one["tried"]} == {("invitation", "conference"), ("attempt", "phone")}
    assert one["next_step"] == "at_the_gate"
