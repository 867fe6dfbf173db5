"""Conversations to begin a test with."""

from datetime import UTC, datetime, timedelta
from typing import Any

from house import Client, House

Talk = dict[str, Any]

SOON = datetime.now(UTC).replace(hour=15, minute=0, second=0, microsecond=0) + timedelta(days=14)


def at(minutes: int = 0, *, lasting: int = 20) -> dict[str, str]:
    """A time so many minutes after the usual one."""
    starts_at = SOON + timedelta(minutes=minutes)
    return {"starts_at": starts_at.isoformat(), "ends_at": (starts_at + timedelta(minutes=lasting)).isoformat()}


def with_both(house: House, **more: Any) -> Talk:
    """A parent-teacher conference of Anna with both parents of Lina."""
    return {
        "meeting_type": "parent-teacher-conference",
        "student_id": house.student,
        **at(),
        "room_id": house.room,
        "participants": [
            {"role": "teacher", "staff_id": house.anna},
            {"role": "guardian", "guardian_id": house.sara},
            {"role": "other_guardian", "guardian_id": house.omar},
        ],
        **more,
    }


def with_one(house: House, guardian: str = "sara", **more: Any) -> Talk:
    """The same with one parent; the other is told in another way."""
    other = {"sara": "omar", "omar": "sara"}[guardian]
    people = [
        {"role": "teacher", "staff_id": house.anna},
        {"role": "guardian", "guardian_id": getattr(house, guardian)},
    ]
    return with_both(house) | {"participants": people, "informed_otherwise": [getattr(house, other)]} | more


def of_bram(house: House, **more: Any) -> Talk:
    """A conference of Bram about Noah, with Noah's mother."""
    people = [{"role": "teacher", "staff_id": house.bram}, {"role": "guardian", "guardian_id": house.other_guardian}]
    talk = with_both(house, student_id=house.other_student, participants=people)
    return {name: value for name, value in talk.items() if name != "room_id"} | more


def start_talk(house: House, **more: Any) -> Talk:
    """A start conversation: Lina, both parents, Anna."""
    talk = with_both(
        house, meeting_type="start-conversation", briefing="Je vertelt wie je bent. Het gaat niet over punten."
    )
    return talk | {"participants": [*talk["participants"], {"role": "student", "student_id": house.student}]} | more


def proposed(client: Client, talk: Talk) -> Talk:
    return client.made("/v1/conversations", talk)


def planned(house: House, talk: Talk | None = None) -> Talk:
    """Proposed by Anna, accepted by everybody who is asked."""
    made = proposed(house.anna_client, talk or with_both(house))
    for one in made["participants"]:
        if one["answer"] == "invited":
            made = do(house.anna_client, made, "accept", guardian_id=one["guardian_id"])
    assert made["status"] == "planned"
    return made


def running(house: House, talk: Talk | None = None) -> Talk:
    return do(house.anna_client, planned(house, talk), "start")


def do(client: Client, talk: Talk, verb: str, **body: Any) -> Talk:
    """The conversation after this deed; fails when it was refused."""
    return client.made(deed(talk, verb), body)


def deed(talk: Talk, verb: str) -> str:
    return f"/v1/conversations/{talk['id']}/{verb}"


def pointed(answer: Any) -> list[tuple[str, str]]:
    """Which findings, and where."""
    return [(one["pointer"], one["code"]) for one in answer.json()["errors"]]


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]
