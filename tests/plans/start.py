"""What a plan starts from: a start conversation that took place, and what each side says."""

from datetime import UTC, datetime
from typing import Any

from house import House

from domain.conversations.facts import Status
from domain.conversations.models import Conversation
from domain.kernel.row import new_id

Plan = dict[str, Any]

SCHOOL_OFFERS = {
    "channels": ["talk", "phone", "platform"],
    "answering_hours": [{"weekday": "monday", "from_time": "08:00", "to_time": "16:30"}],
}
SARA_WISHES = {"channels": ["phone", "talk"], "preferred_name": "Mevrouw Haddad", "urgent_phone": "02 555 01 00"}
OMAR_WISHES = {"channels": ["message"], "topics_at_once": ["Zwemmen"], "other_contacts": [{"name": "Tante Amal"}]}
STUDENT_WISHES = {"channels": ["talk"], "tells_first": "Als ik iets gebroken heb."}


def talked(house: House, student: str = "student", **more: Any) -> str:
    """A start conversation of this student that took place (or whatever `more` says); its id."""
    given = {"status": Status.COMPLETED, "meeting_type": "start-conversation", "academic_session_id": house.ids["year"]}
    row = {"student_id": house.ids[student], "strengths": [], "warnings": [], "informed_otherwise": [], **given, **more}
    conversation_id = new_id()

    async def keep() -> None:
        async with house.database.working_for(house.id) as session:
            starts_at, ends_at = (datetime(2026, 9, 15, 14, minute, tzinfo=UTC) for minute in (0, 20))
            session.add(
                Conversation(school_id=house.id, id=conversation_id, starts_at=starts_at, ends_at=ends_at, **row)
            )

    house.run(keep())
    return str(conversation_id)


def at(plan: Plan, *path: Any) -> str:
    return "/".join(["/v1/communication-plans", plan["id"], *map(str, path)])


def with_sara(house: House, channel: str = "phone", **more: Any) -> dict[str, Any]:
    return {"party": "guardian", "guardian_id": house.sara, "topic": "Huiswerk", "channel": channel, **more}


def with_omar(house: House, channel: str = "talk", **more: Any) -> dict[str, Any]:
    compromise = {"compromise": "De school gebruikt geen app."}
    return {
        "party": "guardian",
        "guardian_id": house.omar,
        "topic": "Zwemmen",
        "channel": channel,
        **compromise,
        **more,
    }


def pointed(answer: Any) -> list[tuple[str, str]]:
    """What was refused, and where."""
    return [(one["pointer"], one["code"]) for one in answer.json()["errors"]]
