"""A school whose families each have one talk: invited, moved once they know of it, called off once they know that."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg
from conferences.crowd.school import crowd
from sqlalchemy import select
from sqlmodel import col

from domain.conversations.actions.telling import tell
from domain.conversations.facts import Status
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.families.models.guardianships import Guardianship
from domain.kernel.database import Database
from domain.kernel.session import SchoolSession
from domain.messaging.actions.beginning import settings_of
from domain.messaging.models.messages import Message
from domain.messaging.models.words import MessageKind, MessageState
from domain.school.models.staff import StaffMember

TEACHERS, TALK, AHEAD = 80, timedelta(minutes=20), timedelta(days=21)
_ADDRESSES = "UPDATE guardians SET email = lower(family_name) || '@families.test' WHERE school_id = $1"
_WITHOUT = """
UPDATE guardians SET email = NULL WHERE school_id = $1
   AND id IN (SELECT id FROM guardians WHERE school_id = $1 ORDER BY family_name LIMIT $2)
"""


@dataclass
class Day:
    """What happened to whose talk so far."""

    school_id: UUID
    moved: set[UUID] = field(default_factory=set)
    called_off: set[UUID] = field(default_factory=set)

    async def go_on(self, database: Database) -> None:
        """The talks of which somebody heard the last word: the next thing happens to them."""
        async with database.working_for(self.school_id) as session:
            heard = await _heard(session)
            moving = heard[MessageKind.INVITATION] - self.moved
            off = heard[MessageKind.CHANGE] - self.called_off
            for it in await _talks(session, moving):
                it.starts_at, it.ends_at = it.starts_at + TALK, it.ends_at + TALK
                tell(session, "rescheduled", it)
            for it in await _talks(session, off):
                it.status = Status.CANCELLED
                tell(session, "cancelled", it)
        self.moved |= moving
        self.called_off |= off


async def day_of(url: str, database: Database, families: int, without_address: int = 0) -> Day:
    """Everybody is invited; nobody heard of it yet."""
    made = await crowd(url, families + without_address, TEACHERS, 1)
    owner = await asyncpg.connect(url)
    await owner.execute(_ADDRESSES, made.school_id)
    await owner.execute(_WITHOUT, made.school_id, without_address)
    await owner.close()
    async with database.working_for(made.school_id) as session:
        settings = await settings_of(session)
        settings.quiet_from, settings.quiet_to = _a_minute_far_from_now()
        settings.quiet_at_weekends, settings.most_per_family_a_day = False, None
    async with database.working_for(made.school_id) as session:
        await _invite(session)
    return Day(made.school_id)


async def _invite(session: SchoolSession) -> None:
    here = session.principal.school_id
    people = await session.rows(select(Guardianship).where(col(Guardianship.school_id) == here))
    teachers = await session.rows(select(StaffMember).where(col(StaffMember.school_id) == here))
    first = datetime.now(UTC).replace(hour=14, minute=0, second=0, microsecond=0) + AHEAD
    talks = [
        Conversation(
            school_id=here,
            meeting_type="parent-teacher-conference",
            student_id=one.student_id,
            starts_at=first,
            ends_at=first + TALK,
            is_time_chosen=True,
            created_by_id=teachers[number % TEACHERS].id,
        )
        for number, one in enumerate(people)
    ]
    session.add_all(talks)
    await session.flush()
    for it, one in zip(talks, people, strict=True):
        those = {"school_id": here, "conversation_id": it.id}
        session.add(Participant(**those, role="teacher", staff_id=it.created_by_id))
        session.add(Participant(**those, role="guardian", guardian_id=one.guardian_id, answer="invited"))
        tell(session, "proposed", it)


async def _heard(session: SchoolSession) -> dict[str, set[UUID]]:
    found: dict[str, set[UUID]] = {MessageKind.INVITATION: set(), MessageKind.CHANGE: set()}
    sent = (
        col(Message.school_id) == session.principal.school_id,
        col(Message.state) == MessageState.SENT,
        col(Message.kind).in_(found),
    )
    for kind, talk in await session.execute(select(col(Message.kind), col(Message.resource_id)).where(*sent)):
        found[kind].add(talk)
    return found


async def _talks(session: SchoolSession, ids: Iterable[UUID]) -> list[Conversation]:
    mine = col(Conversation.school_id) == session.principal.school_id
    return await session.rows(select(Conversation).where(mine, col(Conversation.id).in_([*ids])))


def _a_minute_far_from_now() -> tuple[str, str]:
    """A school must be quiet for a while; this day is not the time to wait for it."""
    later = datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(hours=12)
    return f"{later:%H:%M}", f"{later + timedelta(minutes=1):%H:%M}"
