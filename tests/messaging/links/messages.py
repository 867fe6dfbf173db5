"""Messages to make links for, straight in the database: how they come to be is another part's to test."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from conversations.talks import Talk
from house import Client, House
from sqlalchemy import select
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.row import new_id
from domain.messaging.models import Message, MessageLink
from domain.messaging.models.words import MessageKind, MessageState
from domain.plans.models.topics import Topic
from domain.plans.models.words import Party

LOOK, ANSWER = "/v1/message-links/look", "/v1/message-links/answer"
SAID = {
    "nl": {"subject": "Uitnodiging", "text": "Beste Sara, we praten graag met u over Lina."},
    "ar": {"subject": "دعوة", "text": "عزيزتي سارة، نودّ أن نتحدث معك عن لينا."},
}


def message_about(
    house: House, resource: str, resource_id: str, guardian: str | None = "sara", kind: str = "invitation", **more: Any
) -> str:
    """A message that went out; its id."""
    given: dict[str, Any] = {
        "occasion": str(new_id()),
        "kind": MessageKind(kind),
        "resource": resource,
        "resource_id": UUID(resource_id),
        "student_id": house.ids["student"],
        "party": Party.GUARDIAN if guardian else Party.STUDENT,
        "guardian_id": house.ids[guardian] if guardian else None,
        "topic": Topic.CONVERSATIONS,
        "state": MessageState.SENT,
        "languages": ["ar", "nl"],
        "not_before": clock.now(),
        "said": SAID,
        **more,
    }
    message = Message(school_id=house.id, id=new_id(), **given)
    message_id = str(message.id)

    async def keep() -> None:
        async with house.database.working_for(house.id) as session:
            session.add(message)

    house.run(keep())
    return message_id


def link_to(house: House, message_id: str) -> str:
    """The secret of a new link."""
    return str(house.admin_client.made(f"/v1/messages/{message_id}/links")["address"]).split("#")[1]


def invited(house: House, talk: Talk, guardian: str = "sara", **more: Any) -> str:
    """The secret of a link to the invitation for a talk."""
    return link_to(house, message_about(house, "conversations", talk["id"], guardian, **more))


def says(nobody: Client, secret: str, what: str, **more: Any) -> Any:
    return nobody.post(ANSWER, {"secret": secret, "says": what, **more})


def look(nobody: Client, secret: str) -> Any:
    return nobody.post(LOOK, {"secret": secret})


def later(**by: float) -> Any:
    return clock.at(clock.now() + timedelta(**by))


def kept_links(house: House) -> list[MessageLink]:
    async def rows() -> list[MessageLink]:
        async with house.database.working_for(house.id) as session:
            return await session.rows(select(MessageLink).where(col(MessageLink.school_id) == house.id))

    return house.run(rows())  # type: ignore[no-any-return]
