"""The same talk for each student of a class, in one call."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.actions.looking import ROUND_BROKEN
from domain.conferences.actions.merging import Kept, keep, settle, standing_requests
from domain.conferences.actions.requests import check_pin, parties_of
from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.request_reads import ClassRequestFields, ClassRequests, StudentResult
from domain.conferences.models.requests import TalkFields
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.queries.asking import kept_apart_in, teaching
from domain.conferences.queries.people import is_child_of, is_of_level
from domain.conferences.queries.visibility import reads_family_as_team
from domain.conferences.rules.requesting import Known, check_people
from domain.families.models import Enrollment, Student
from domain.families.queries import not_ended, reads_as_school
from domain.kernel.errors import DOES_NOT_EXIST, FORBIDDEN, Detail, Forbidden, Invalid
from domain.kernel.permissions import STAFF, SYSTEM
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession

Families = dict[UUID, list[UUID]]
"""Of each student of the class, the families of the round that are asked about them."""


async def ask_for_class(session: SchoolSession, round_: ConferenceRound, fields: ClassRequestFields) -> ClassRequests:
    """Separated parents each get their own talk, unless they agreed to come together and nothing keeps them apart.

    Raises:
        Forbidden: for families. Invalid: when the caller sees nobody in such a class, or a colleague teaches nobody.
    """
    if not session.principal.has(*STAFF, *SYSTEM):
        raise Forbidden(FORBIDDEN)
    families = await _families(session, round_, fields.class_id)
    if not families:
        raise Invalid(DOES_NOT_EXIST, Detail("/class_id", DOES_NOT_EXIST))
    students = list(families)
    known = Known(students, (), await teaching(session, round_, students))
    found = check_people(known, [], fields.staff_ids)
    warnings_of([*found, *await check_pin(session, round_, fields)], ROUND_BROKEN)
    return await _ask(session, round_, fields, families)


async def _ask(
    session: SchoolSession, round_: ConferenceRound, fields: ClassRequestFields, families: Families
) -> ClassRequests:
    standing = await standing_requests(session, round_, {one for ids in families.values() for one in ids})
    apart = await kept_apart_in(session, round_)
    kept: dict[UUID, list[Kept]] = {}
    for student_id, theirs in families.items():
        together = fields.households_together and len(theirs) == 2 and frozenset(theirs) not in apart  # noqa: PLR2004
        talk = _talk(fields, student_id)
        groups = [theirs] if together else [[one] for one in theirs]
        kept[student_id] = [
            keep(
                session,
                round_,
                talk,
                parties_of(round_, who, [student_id], fields.staff_ids),
                standing,
                by_family=False,
            )
            for who in groups
        ]
    await settle(session, (one for theirs in kept.values() for one in theirs))
    made = {student_id: [one.request.id for one in theirs] for student_id, theirs in kept.items()}
    return ClassRequests(items=[StudentResult(student_id=key, request_ids=ids) for key, ids in made.items()])


def _talk(fields: ClassRequestFields, student_id: UUID) -> TalkFields:
    said = fields.model_dump(include=set(TalkFields.model_fields))
    needs = {one.student_id: one.need for one in fields.exceptions}
    return TalkFields.model_validate(said | {"need": needs.get(student_id, fields.need)})


async def _families(session: SchoolSession, round_: ConferenceRound, class_id: UUID) -> Families:
    """Of each student of the class whom the caller reads as the school does (R17)."""
    student, family, place = Student, ConferenceFamily, Enrollment
    in_class = (
        col(place.school_id) == round_.school_id,
        col(place.class_id) == class_id,
        not_ended(col(place.ended_on)),
    )
    asked = (
        select(col(student.id), col(family.id))
        .join(place, (col(place.school_id) == col(student.school_id)) & (col(place.student_id) == col(student.id)))
        .outerjoin(
            family,
            (col(family.school_id) == col(student.school_id))
            & (col(family.round_id) == round_.id)
            & is_child_of(family, student)
            & reads_family_as_team(session.viewer, family),
        )
        .where(col(student.school_id) == round_.school_id, *in_class, is_of_level(student, round_.id))
        .where(reads_as_school(session.viewer, col(student.id)))
        .order_by(col(student.id), col(family.id))
    )
    found: Families = {}
    for student_id, family_id in await session.execute(asked):
        found.setdefault(student_id, []).extend([family_id] if family_id else [])
    return found
