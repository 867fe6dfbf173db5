"""Who would be told of a conversation or a round."""

from dataclasses import dataclass
from datetime import datetime
from itertools import starmap
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.queries.people import decides_alone, is_of_level
from domain.conferences.queries.visibility import is_parent_in
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Answer, Participant
from domain.conversations.queries.visibility import sees_conversation
from domain.families.models import Guardianship, HouseholdMember, Student
from domain.families.queries import linked
from domain.kernel.errors import FORBIDDEN, NOT_FOUND, Forbidden, NotFound
from domain.kernel.permissions import Permission
from domain.kernel.session import SchoolSession
from domain.plans.models.topics import Topic


class AskedPerson(NamedTuple):
    """A guardian, or the student, of one family."""

    family_id: UUID
    student_id: UUID
    guardian_id: UUID | None
    student_agreed: bool = False
    """A student of age agreed that the parents hear of it (R19); parents take part in a talk only then."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who would be told, by whom, and about what."""

    people: list[AskedPerson]
    topic: Topic
    sender_id: UUID | None = None
    starts_at: datetime | None = None


async def asked_in_conversation(session: SchoolSession, conversation_id: UUID) -> Asked:
    """Its guardians and its student, less who stepped back.

    Raises:
        NotFound: when the principal does not see it, or sees it as a guardian: staff can be parents too (R17).
    """
    here = (col(Conversation.school_id) == session.principal.school_id, col(Conversation.id) == conversation_id)
    found = select(col(Conversation.student_id), col(Conversation.starts_at), col(Conversation.created_by_id))
    own = linked(session.viewer, col(Conversation.student_id))
    talk = (await session.execute(found.where(*here, sees_conversation(session.viewer), ~own))).one_or_none()
    if talk is None:
        raise NotFound(NOT_FOUND)
    part = Participant
    taking_part = select(col(part.guardian_id)).where(
        *(col(part.school_id) == session.principal.school_id, col(part.conversation_id) == conversation_id),
        or_(col(part.guardian_id).is_not(None), col(part.student_id) == talk.student_id),
        col(part.answer).is_distinct_from(Answer.DECLINED),
    )
    those = (await session.execute(taking_part)).scalars()
    people = [AskedPerson(talk.student_id, talk.student_id, one, student_agreed=True) for one in those]
    return Asked(people, Topic.CONVERSATIONS, talk.created_by_id, talk.starts_at)


async def asked_in_round(session: SchoolSession, round_id: UUID) -> Asked:
    """Each guardian of its families once, about the first of their children; the principal's own family aside (R17).

    Raises:
        Forbidden: for who does not plan rounds. NotFound.
    """
    if not session.principal.may(Permission.ROUNDS_PLAN):
        raise Forbidden(FORBIDDEN)
    family, member, link = ConferenceFamily, HouseholdMember, Guardianship
    lives = and_(col(member.school_id) == col(family.school_id), col(member.household_id) == col(family.household_id))
    guardian_id = func.coalesce(col(family.guardian_id), col(member.guardian_id))
    guards = and_(col(link.school_id) == col(family.school_id), col(link.guardian_id) == guardian_id)
    learns = and_(col(Student.school_id) == col(link.school_id), col(Student.id) == col(link.student_id))
    rows = await session.execute(
        select(col(family.id), col(Student.id), guardian_id, ~decides_alone(Student, round_id))
        .select_from(family)
        .outerjoin(member, lives & col(member.guardian_id).is_not(None))
        .join(link, guards)
        .join(Student, learns)
        .where(
            *(col(family.school_id) == session.principal.school_id, col(family.round_id) == round_id),
            is_of_level(Student, round_id),
            ~is_parent_in(session.viewer, family),
        )
        .order_by(col(family.id), guardian_id, col(Student.id))
    )
    first: dict[tuple[UUID, UUID], AskedPerson] = {}
    for one in starmap(AskedPerson, rows):
        first.setdefault((one.family_id, one.guardian_id or one.student_id), one)
    if not first:
        await session.get_row(ConferenceRound, round_id)
    return Asked(list(first.values()), Topic.CONFERENCES)
