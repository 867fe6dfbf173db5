"""Messages and tasks as the worker leaves them, straight in the database: a test of the desk needs no worker."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from house import House

from domain.kernel.row import new_id
from domain.messaging.models import Delivery, Message, MessageTask

SOON = datetime(2027, 3, 1, 9, tzinfo=UTC)
SAID = {"nl": {"subject": "Kom je praten?", "text": "Dag mevrouw Haddad, we zien elkaar dinsdag."}}
DECIDED = {
    "channel": "email",
    "further": ["message", "phone"],
    "languages": ["ar", "nl"],
    "reasons": [{"code": "has_right_to_information", "data": {}}],
}


def message(house: House, guardian: str | None = "sara", student: str = "student", **more: Any) -> str:
    """A message to a guardian, or to the student; its id."""
    given = {
        "occasion": str(uuid4()),
        "kind": "invitation",
        "resource": "conversations",
        "resource_id": uuid4(),
        "student_id": house.ids[student],
        "party": "guardian" if guardian else "student",
        "guardian_id": house.ids[guardian] if guardian else None,
        "topic": "conversations",
        "urgency": "ordinary",
        "state": "waiting",
        "channel": "email",
        "languages": ["ar", "nl"],
        "not_before": SOON,
        "decision": DECIDED,
        "told": {},
        "said": SAID,
        **more,
    }
    return str(_kept(house, Message(school_id=house.id, id=new_id(), **given)))


def task(house: House, of: str | None = None, staff: str | None = "anna", **more: Any) -> str:
    """A task of somebody of the staff, or of the office; its id."""
    given = {"kind": "say", "channel": "phone", "state": "open", "due_at": SOON, "is_urgent": False, **more}
    whose = {"staff_id": house.ids[staff] if staff else None}
    message_id = of or message(house, state="task", channel=given["channel"])
    return str(
        _kept(house, MessageTask(school_id=house.id, id=new_id(), message_id=UUID(message_id), **whose, **given))
    )


def delivery(house: House, of: str, **more: Any) -> str:
    """One try of a message."""
    given = {"channel": "email", "state": "queued", "attempts": 0, "next_at": SOON, "confirmed": True, **more}
    return str(_kept(house, Delivery(school_id=house.id, id=new_id(), message_id=UUID(of), **given)))


def _kept(house: House, row: Any) -> UUID:
    async def keep() -> None:
        async with house.database.working_for(house.id) as session:
            session.add(row)

    house.run(keep())
    return row.id  # type: ignore[no-any-return]
