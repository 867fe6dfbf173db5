"""Making one-time links to a message, and taking them back."""

from uuid import UUID

from sqlalchemy import Select, select, update
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
    """The secret of a new link to this message, of which only the hash is kept. Links to older messages about the same
    thing to the same person serve no longer: they say what is not so any more.

    Raises:
        Conflict: `no_link_for_message`.
    """
    if not may_have_link(message.guardian_id, message.state):
        raise Conflict(NO_LINK)
    await _revoke(session, _older_than(message))
    secret, kept = new_secret(message.school_id)
    expires_at = lasts_until(message.too_late_at, clock.now())
    session.add(MessageLink(school_id=message.school_id, message_id=message.id, hash=kept, expires_at=expires_at))
    return secret


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
    await _revoke(session, select(col(Message.id)).where(col(Message.id) == message.id))
    message.touch()


def _older_than(message: Message) -> Select[UUID]:
    same = ("school_id", "resource", "resource_id", "student_id", "guardian_id")
    about_it = (col(getattr(Message, name)) == getattr(message, name) for name in same)
    return select(col(Message.id)).where(*about_it, col(Message.id) < message.id)


async def _revoke(session: SchoolSession, messages: Select[UUID]) -> None:
    of_school = col(MessageLink.school_id) == session.principal.school_id
    still = (of_school, col(MessageLink.message_id).in_(messages), col(MessageLink.revoked_at).is_(None))
    await session.execute(update(MessageLink).where(*still).values(revoked_at=clock.now()))
