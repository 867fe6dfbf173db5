"""The message behind a one-time link, for the guardian to whom it was sent and nobody else."""

from functools import cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, DateTime, Select, String, Text, Uuid, bindparam, cast, select
from sqlmodel import col

from domain.conversations.models.conversations import Conversation
from domain.families.models import Guardian
from domain.families.queries import not_ended
from domain.kernel import clock
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.permissions import Role
from domain.kernel.principal import Principal, Viewer
from domain.kernel.read import another, there_is
from domain.kernel.secret import Opened
from domain.kernel.session import SchoolSession
from domain.messaging.models.links import MessageLink
from domain.messaging.models.messages import Message
from domain.messaging.models.words import MessageState
from domain.plans.queries.somebody import Somebody
from domain.plans.queries.visibility import takes_part

_LINK, _MESSAGE = MessageLink, Message


class BehindLink(NamedTuple):
    """A link that serves, and its message."""

    link: MessageLink
    message: Message


@cache
def _statement() -> Select[MessageLink, Message]:
    """While the guardian may know of everybody whom the message tells of: looked at each time."""
    them = Somebody(col(_MESSAGE.school_id), guardian_id=col(_MESSAGE.guardian_id))
    student = col(_MESSAGE.student_id)
    same = (col(_MESSAGE.school_id) == col(_LINK.school_id)) & (col(_MESSAGE.id) == col(_LINK.message_id))
    this = (col(_LINK.school_id) == bindparam("school", type_=Uuid), col(_LINK.hash) == bindparam("hash", type_=String))
    serves = (
        col(_LINK.revoked_at).is_(None),
        col(_LINK.expires_at) > bindparam("now", type_=DateTime(timezone=True)),
        col(_MESSAGE.state) != MessageState.OVERTAKEN,
    )
    found = select(_LINK, _MESSAGE).join(_MESSAGE, same).where(*this, *serves)
    return found.where(_is_here(), takes_part(them, student), ~_tells_of_another(them))


def _is_here() -> ColumnElement[bool]:
    who = Guardian
    this = (col(who.school_id) == col(_MESSAGE.school_id), col(who.id) == col(_MESSAGE.guardian_id))
    return there_is(who, *this, not_ended(col(who.ended_on)))


def _tells_of_another(them: Viewer) -> ColumnElement[bool]:
    """The times of a round may be those of several children, and the guardian may be kept from one of them."""
    talk = another(Conversation)
    told = col(_MESSAGE.told)["talks"].has_key(cast(talk.c.id, Text))
    return there_is(talk, talk.c.school_id == col(_MESSAGE.school_id), told, ~takes_part(them, talk.c.student_id))


async def behind_link(session: SchoolSession, opened: Opened, *, for_change: bool = False) -> BehindLink:
    """What the link leads to; from then on the session is that guardian's.

    Raises:
        NotFound: one and the same for a link that is wrong, revoked, out of date, or no longer for this person.
    """
    asked = {"school": opened.school_id, "hash": opened.hash, "now": clock.now()}
    statement = _statement().with_for_update(of=MessageLink) if for_change else _statement()
    found = (await session.execute(statement, asked)).one_or_none()
    if found is None:
        raise NotFound(NOT_FOUND)
    link, message = found
    session.principal = Principal(
        opened.school_id, session.principal.subject, frozenset({Role.GUARDIAN}), guardian_id=message.guardian_id
    )
    return BehindLink(link, message)
