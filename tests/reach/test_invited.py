"""What counts as an invitation, what stands already, and what was really tried."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from conferences.bookable import keep
from house import House
from messaging.said import message, task
from reach.test_met_and_tried import group, visited
from reach.test_plan_and_catalogue import shown

from domain.conferences.rules.day_parts import DayPart
from domain.conversations.models.conversations import Conversation
from domain.reach.rules.moments import Moment, moments_between
from domain.visits.models.visits import HomeVisit
from domain.visits.models.words import VisitStatus

IN_A_WEEK = datetime.now(UTC) + timedelta(days=7)


def agreed(house: House, **more: Any) -> Conversation:
    """A talk about Lina that is still to come."""
    told: dict[str, Any] = {"meeting_type": "start-conversation", "channel": "in_person", "status": "planned"}
    times: dict[str, Any] = {"starts_at": IN_A_WEEK, "ends_at": IN_A_WEEK + timedelta(minutes=20)}
    row = Conversation(school_id=house.id, student_id=house.ids["student"], **told | times | more)
    keep(house, [row])
    return row


@pytest.mark.parametrize("kind", ["activity_invitation", "home_visit_asked", "slot_offered"])
def test_an_activity_and_a_visit_are_invitations_too(house: House, kind: str) -> None:
    message(house, kind=kind, state="sent")
    assert group(house) == "never_answered"


def test_a_reminder_invites_nobody(house: House) -> None:
    message(house, kind="activity_reminder", state="sent")
    assert group(house) == "never_invited"


def test_what_somebody_still_has_to_say_was_not_said(house: House) -> None:
    task(house, of=message(house, state="task", channel="phone"))
    assert group(house) == "never_invited"
    assert shown(house)["tried"] == []


def test_what_stands_is_asked_about_and_not_planned_anew(house: House) -> None:
    agreed(house, is_time_chosen=True)
    assert (shown(house)["next_step"], shown(house)["moment"]) == ("appointment_stands", None)


def test_what_is_only_offered_does_not_stand(house: House) -> None:
    agreed(house, is_time_chosen=True, status="proposed")
    assert shown(house)["next_step"] != "appointment_stands"


def test_a_planned_visit_stands_too(house: House) -> None:
    visited(house, VisitStatus.PLANNED)
    assert shown(house)["next_step"] != "appointment_stands", "it was yesterday"
    row = HomeVisit(
        school_id=house.id,
        student_id=house.ids["student"],
        guardian_id=house.ids["sara"],
        why={"nl": "Kennismaken"},
        status=VisitStatus.PLANNED,
        asked_at=datetime.now(UTC),
        starts_at=IN_A_WEEK,
    )
    keep(house, [row])
    assert shown(house)["next_step"] == "appointment_stands"


def test_a_family_is_asked_for_a_visit_once_however_long_ago(house: House) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=90)
    ids = {"school_id": house.id, "student_id": house.ids["student"], "guardian_id": house.ids["sara"]}
    keep(house, [HomeVisit(**ids, why={"nl": "Kennismaken"}, status=VisitStatus.REFUSED, asked_at=long_ago)])
    since = {"from": (datetime.now(UTC) - timedelta(days=5)).date().isoformat()}
    told = house.anna_client.get("/v1/reach/families", params=since).json()["items"]
    one = next(one for one in told if one["student_id"] == house.student)
    assert [way["way"] for way in one["tried"]] == ["home_visit"]


def test_an_evening_that_began_in_the_afternoon_was_offered_too() -> None:
    start = datetime(2026, 11, 24, 16, tzinfo=UTC)
    found = set(moments_between(start, start + timedelta(hours=4)))
    assert found == {Moment(1, DayPart.AFTERNOON), Moment(1, DayPart.EVENING)}
    assert set(moments_between(start, start + timedelta(minutes=10))) == {Moment(1, DayPart.AFTERNOON)}
