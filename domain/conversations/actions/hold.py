"""Taking and letting go of the time of people and places, so that nobody is booked twice (R16).

A conversation holds its time as soon as there is one time only, before the family has answered: what is offered must
still be free when the family says yes. While the family chooses from several times nothing is held, as ten offers
would block ten evenings of a teacher; the time that is chosen first, wins.
"""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.conversations.queries.life import Life
from domain.families.models.households import HouseholdMember
from domain.kernel.claiming import claim, release
from domain.kernel.claims import Claimed
from domain.kernel.resources import ResourceKind
from domain.kernel.session import SchoolSession


async def hold(session: SchoolSession, life: Life) -> None:
    """Take the conversation's time of everybody who comes, in place of what it held before.

    Raises:
        Conflict: `double_booking`, naming the kind of what is taken.
    """
    await let_go(session, life.conversation)
    await take(session, life)


async def take(session: SchoolSession, life: Life) -> None:
    """The same for a conversation that holds nothing yet."""
    it, coming = life.conversation, [one for one in life.participants if one.answer is None or one.is_open]
    homes = await _households(session, [one.guardian_id for one in coming if one.guardian_id])
    await claim(session, it.id, [*_claimed(it, coming, homes)])


async def let_go(session: SchoolSession, conversation: Conversation) -> None:
    """Give back all the time it held."""
    await release(session, conversation.id)


def _claimed(it: Conversation, coming: Iterable[Participant], homes: dict[UUID, list[UUID]]) -> Iterable[Claimed]:
    """Interpreting lengthens the talk (R22), so everybody is held for that time too."""
    time = (it.starts_at, it.ends_at + timedelta(minutes=it.interpreter_buffer_minutes))
    if it.room_id:
        yield Claimed(ResourceKind.ROOM, it.room_id, *time)
    for one in coming:
        if one.staff_id:
            yield Claimed(ResourceKind.TEACHER, one.staff_id, *time)
        if one.student_id:
            yield Claimed(ResourceKind.STUDENT, one.student_id, *time)
        if one.interpreter_id:
            yield Claimed(ResourceKind.INTERPRETER, one.interpreter_id, *time)
        if one.guardian_id:
            yield from (
                Claimed(ResourceKind.HOUSEHOLD, home, *time) for home in homes.get(one.guardian_id, [one.guardian_id])
            )


async def _households(session: SchoolSession, guardian_ids: list[UUID]) -> dict[UUID, list[UUID]]:
    """Where each guardian lives. Who has no household known is one of their own."""
    of_them = (
        col(HouseholdMember.school_id) == session.principal.school_id,
        col(HouseholdMember.guardian_id).in_(guardian_ids),
    )
    homes: dict[UUID, list[UUID]] = {}
    for member in await session.rows(select(HouseholdMember).where(*of_them)) if guardian_ids else []:
        if member.guardian_id:
            homes.setdefault(member.guardian_id, []).append(member.household_id)
    return homes
