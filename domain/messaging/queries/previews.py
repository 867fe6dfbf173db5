"""Looking ahead, with a constant number of statements whatever the number of families."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.messaging.models import Messaging
from domain.messaging.models.previews import Preview, PreviewQuery
from domain.messaging.models.settings import MessagingFields
from domain.messaging.queries.asked import Asked, AskedPerson, asked_in_conversation, asked_in_round
from domain.messaging.queries.asked_around import asked_for_visit, asked_to_activity
from domain.messaging.queries.names import names_of
from domain.messaging.rules.answered import Answered, totals_of
from domain.messaging.rules.occasions import NEAR
from domain.messaging.rules.previewing import Showing
from domain.plans.decision.asked import Question
from domain.plans.decision.school_ways import QuietHours
from domain.plans.models.topics import Urgency
from domain.plans.queries.known import Known, known_families


async def preview(session: SchoolSession, query: PreviewQuery) -> Preview:
    """Who would get what, how, when, in which language, and why. Nothing is kept, nothing is sent.

    Raises:
        NotFound, Forbidden: when the principal may not see what it is about.
    """
    asked = await _asked(session, query)
    moment = query.at or clock.now()
    settings = await _settings(session)
    students = {one.student_id for one in asked.people}
    known = await known_families(session, students, quiet=_quiet(settings), at=moment)
    urgency = Urgency.SOON if asked.starts_at and asked.starts_at - moment < NEAR else Urgency.ORDINARY
    answered = list(_answered(asked, known, urgency, moment))
    names = await names_of(session, {*students, *(one.guardian_id for one in asked.people if one.guardian_id)})
    showing = Showing(known.families, names, session.language)
    return Preview(
        kind=query.kind,
        topic=asked.topic,
        urgency=urgency,
        moment=moment,
        is_paused=settings is not None and settings.is_paused,
        totals=totals_of(answered),
        people=[one for of in answered for one in showing.people(of)],
        left_out=[one for of in answered for one in showing.left_out(of)],
    )


async def _asked(session: SchoolSession, query: PreviewQuery) -> Asked:
    if query.conversation_id:
        return await asked_in_conversation(session, query.conversation_id)
    if query.activity_id:
        return await asked_to_activity(session, query.activity_id)
    if query.home_visit_id:
        return await asked_for_visit(session, query.home_visit_id)
    assert query.round_id
    return await asked_in_round(session, query.round_id)


async def _settings(session: SchoolSession) -> Messaging | None:
    here = select(Messaging).where(col(Messaging.school_id) == session.principal.school_id)
    return (await session.execute(here)).scalar_one_or_none()


def _quiet(settings: Messaging | None) -> QuietHours:
    said = settings or MessagingFields.model_validate({})
    return QuietHours(said.quiet_from, said.quiet_to, said.quiet_at_weekends)


def _answered(asked: Asked, known: Known, urgency: Urgency, moment: datetime) -> Iterable[Answered]:
    """One decision for each family about one student."""

    def together(one: AskedPerson) -> tuple[UUID, UUID]:
        return one.family_id, one.student_id

    for (family_id, student_id), people in groupby(sorted(asked.people, key=together), key=together):
        members = list(people)
        question = Question(
            topic=asked.topic,
            urgency=urgency,
            moment=moment,
            guardian_ids=frozenset(one.guardian_id for one in members if one.guardian_id),
            to_student=any(one.guardian_id is None for one in members),
            sender_id=asked.sender_id,
            student_agreed=any(one.student_agreed for one in members),
        )
        yield Answered(family_id, student_id, known.decide(student_id, question))
