"""Making one-time links to a message, and taking them back."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Select, select, update
from sqlalchemy.orm import aliased
from sqlmodel import col

from domain.families.queries import reads_as_school
from domain.kernel import clock
from domain.kernel.errors import Conflict
from domain.kernel.secret import new_secret
from domain.kernel.session import SchoolSession
from domain.messaging.models.links import MessageLink
from domain.messaging.models.messages import Message
from domain.messaging.rules.links import NO_LINK, lasts_until, may_have_link


async def new_link(session: SchoolSession, message: Message) -> str:
    """The secret of a new link to this message.

    Raises:
        Conflict: `no_link_for_message`.
    """
    if not may_have_link(message.guardian_id, message.state):
        raise Conflict(NO_LINK)
    return (await new_links(session, [message]))[message.id]


async def new_links(session: SchoolSession, messages: Sequence[Message]) -> dict[UUID, str]:
    """Secrets by the id of the message, of which only hashes are kept. Links to older messages about the same thing to
    the same person serve no longer: they say what is not so any more. Two statements, however many messages."""
    made = {one.id: new_secret(one.school_id) for one in messages}
    now = clock.now()
    session.add_all(
        MessageLink(
            school_id=one.school_id,
            message_id=one.id,
            hash=made[one.id][1],
            expires_at=lasts_until(one, now),
        )
        for one in messages
    )
    if messages:
        await session.flush()
        await revoke(session, _older_than(made))
    return {message_id: secret for message_id, (secret, _) in made.items()}


async def message_for_links(session: SchoolSession, message_id: UUID, version: int | None = None) -> Message:
    """A message that the school gives a link for; never who is a parent of the student (R17).

    Raises:
        NotFound, Stale.
    """
    seen = reads_as_school(session.viewer, col(Message.student_id))
    return await session.get_row(Message, message_id, seen, version=version)


async def revoke_links(session: SchoolSession, message_id: UUID, version: int) -> None:
    """Take back every link to this message.

    Raises:
        NotFound, Stale.
    """
    message = await message_for_links(session, message_id, version)
    await revoke(session, select(col(Message.id)).where(col(Message.id) == message.id))
    message.touch()


def _older_than(message_ids: Collection[UUID]) -> Select[UUID]:
    newer = aliased(Message)
    same = ("school_id", "resource", "resource_id", "student_id", "guardian_id")
    about_it = (col(getattr(Message, name)) == getattr(newer, name) for name in same)
    return select(col(Message.id)).where(*about_it, col(newer.id).in_(message_ids), col(Message.id) < col(newer.id))


async def revoke(session: SchoolSession, messages: Select[UUID]) -> None:
    """The links to these serve no longer."""
    of_school = col(MessageLink.school_id) == session.principal.school_id
    still = (of_school, col(MessageLink.message_id).in_(messages), col(MessageLink.revoked_at).is_(None))
    await session.execute(update(MessageLink).where(*still).values(revoked_at=clock.now()))
