"""What a conversation takes: the time of people, of households and of a room."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.families.models.households import HouseholdMember
from domain.kernel.claims import Claimed
from domain.kernel.resources import ResourceKind
from domain.kernel.session import SchoolSession


def claimed_by(it: Conversation, coming: Iterable[Participant], homes: dict[UUID, list[UUID]]) -> Iterable[Claimed]:
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


async def households_of(session: SchoolSession, guardian_ids: list[UUID]) -> dict[UUID, list[UUID]]:
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
