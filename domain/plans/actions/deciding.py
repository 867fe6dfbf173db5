"""Asking the decision: staff about everybody of a family, a family member about themselves alone (R17, R20)."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.errors import DOES_NOT_EXIST, NOT_FOUND, Detail, Invalid, NotFound
from domain.kernel.session import SchoolSession
from domain.plans.decision.asked import Decision, Question
from domain.plans.decision.school_ways import QuietHours
from domain.plans.models.decisions import DecideFields, DecideQuery, DecisionRead
from domain.plans.models.plans import CommunicationPlan
from domain.plans.queries.decision_names import names_in
from domain.plans.queries.known import known_families
from domain.plans.queries.standing import standing_of
from domain.plans.rules.refusal import NOT_SO
from domain.plans.rules.shown_decision import show
from domain.plans.rules.standing import Standing


async def decide_for_plan(
    session: SchoolSession, plan_id: UUID, fields: DecideFields, query: DecideQuery, quiet: QuietHours
) -> DecisionRead:
    """For the student of a plan.

    Raises:
        NotFound, Invalid: as `decide_for_student`.
    """
    plan = CommunicationPlan
    here = (col(plan.school_id) == session.principal.school_id, col(plan.id) == plan_id)
    student_id = await session.scalar(select(col(plan.student_id)).where(*here))
    if student_id is None:
        raise NotFound(NOT_FOUND)
    return await decide_for_student(session, student_id, fields, query, quiet)


async def decide_for_student(
    session: SchoolSession, student_id: UUID, fields: DecideFields, query: DecideQuery, quiet: QuietHours
) -> DecisionRead:
    """How this family would be reached; nothing is sent and nothing is kept.

    Raises:
        NotFound: for who does not see the student, and for a guardian who asks about another one (R17).
        Invalid: when the sender is nobody of the staff.
    """
    standing = await standing_of(session, session.principal, student_id)
    question = _question(fields, query, standing)
    known = await known_families(session, [student_id], quiet=quiet, at=question.moment)
    if fields.sender_id is not None and fields.sender_id not in known.school.staff:
        raise Invalid(NOT_SO, Detail("/sender_id", DOES_NOT_EXIST))
    decision = _seen_by(standing, known.decide(student_id, question))
    names = await names_in(session, student_id, decision)
    language = None if query.explain else session.language
    return show(decision, student_id, question, known.school.zone, names, language)


def _question(fields: DecideFields, query: DecideQuery, standing: Standing) -> Question:
    if not standing.sees_plan:
        raise NotFound(NOT_FOUND)
    asked = fields.guardian_ids
    named = None if asked is None else frozenset(asked)
    moment = query.at or clock.now()
    question = Question(fields.topic, fields.urgency, moment, named, fields.to_student, fields.sender_id)
    question = replace(question, student_agreed=fields.student_agreed)
    return question if standing.staff else _about_oneself(question, standing)


def _about_oneself(question: Question, standing: Standing) -> Question:
    """The others of the family are left out of the question, so that nothing of them is in the answer."""
    own = frozenset({standing.guardian_id} if standing.guardian_id else ())
    if question.guardian_ids is not None and not question.guardian_ids <= own:
        raise NotFound(NOT_FOUND)
    return replace(question, guardian_ids=own, to_student=standing.student)


def _seen_by(standing: Standing, decision: Decision) -> Decision:
    """A student of age is told in any case; a guardian does not see how."""
    if standing.staff or standing.student:
        return decision
    mine = tuple(one for one in decision.reached if one.guardian_id == standing.guardian_id)
    return replace(decision, reached=mine)
