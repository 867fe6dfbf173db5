"""Who would be told of an activity or of a visit at home."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.activities.queries.activities import get_activity
from domain.families.queries import reads_as_school
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.session import SchoolSession
from domain.messaging.queries.asked import Asked, AskedPerson
from domain.messaging.queries.gatherings import meant_for
from domain.plans.models.topics import Topic
from domain.visits.models.visits import HomeVisit


async def asked_to_activity(session: SchoolSession, activity_id: UUID) -> Asked:
    """The guardians it is meant for, of families that the principal knows as the school does (R17).

    Raises:
        NotFound.
    """
    await get_activity(session, activity_id)
    known = await meant_for(session, {activity_id}, lambda student: reads_as_school(session.viewer, student))
    people = [AskedPerson(one.student_id, one.student_id, one.who, student_agreed=True) for one in known]
    return Asked(people, Topic.ACTIVITIES)


async def asked_for_visit(session: SchoolSession, visit_id: UUID) -> Asked:
    """The one guardian who was asked.

    Raises:
        NotFound: also for who knows the visit as a parent, or as somebody who only goes along.
    """
    here = (col(HomeVisit.school_id) == session.principal.school_id, col(HomeVisit.id) == visit_id)
    found = select(HomeVisit).where(*here, reads_as_school(session.viewer, col(HomeVisit.student_id)))
    visit = (await session.execute(found)).scalar_one_or_none()
    if visit is None:
        raise NotFound(NOT_FOUND)
    person = AskedPerson(visit.student_id, visit.student_id, visit.guardian_id)
    return Asked([person], Topic.CONVERSATIONS, visit.created_by_id, visit.starts_at)
