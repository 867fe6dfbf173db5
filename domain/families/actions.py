"""Writes of families that are more than keeping a row."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select
from sqlmodel import col

from domain.families.models.enrollments import Enrollment, EnrollmentFields
from domain.families.models.guardianships import Guardianship, GuardianshipFields
from domain.families.models.households import Household, HouseholdFields, HouseholdMember
from domain.families.queries import HOUSEHOLDS, STUDENT_COLLECTION
from domain.kernel.collection import Collection
from domain.kernel.read import Listing
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession


async def link_guardian(session: SchoolSession, student_id: UUID, fields: GuardianshipFields) -> None:
    """Say what a guardian is to a student, in place of what was said before."""
    (await STUDENT_COLLECTION.get(session, student_id)).touch()
    school_id = session.principal.school_id
    link = (col(Guardianship.student_id) == student_id, col(Guardianship.guardian_id) == fields.guardian_id)
    known = await session.find_row(select(Guardianship).where(col(Guardianship.school_id) == school_id, *link))
    if known is None:
        session.add(Guardianship.of(school_id, fields, student_id=student_id))
    else:
        known.take(fields)
        # What a roster ended and the school says again is the school's own.
        known.from_roster = known.from_roster and known.ended_on is None
        known.ended_on = None
    STUDENT_COLLECTION.tell(session, "changed", student_id, guardian_id=fields.guardian_id)


async def enroll(session: SchoolSession, student_id: UUID, fields: EnrollmentFields) -> None:
    """Put a student in a class, in place of what was said of that class before."""
    (await STUDENT_COLLECTION.get(session, student_id)).touch()
    school_id = session.principal.school_id
    place = (col(Enrollment.student_id) == student_id, col(Enrollment.class_id) == fields.class_id)
    await session.execute(delete(Enrollment).where(col(Enrollment.school_id) == school_id, *place))
    session.add(Enrollment.of(school_id, fields, student_id=student_id))
    STUDENT_COLLECTION.tell(session, "changed", student_id, class_id=fields.class_id)


class Households(Collection):
    """A household is kept with the people in it."""

    async def create(self, session: SchoolSession, fields: Fields, **more: Any) -> Household:
        assert isinstance(fields, HouseholdFields)
        household = Household(school_id=session.principal.school_id, label=fields.label, **more)
        session.add(household)
        await _move_in(session, household.id, fields)
        self.tell(session, "created", household.id)
        return household

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Household:
        """Another label, or other people: a list that is given replaces the one that was there."""
        household = await session.get_row(Household, row_id, version=version)
        fields = HouseholdFields.model_validate(await _as_is(session, household) | patch.model_dump(exclude_unset=True))
        household.label = fields.label
        household.touch()
        await _move_in(session, row_id, fields)
        self.tell(session, "changed", row_id)
        return household


HOUSEHOLD_COLLECTION = Households(
    "household", HouseholdFields, Listing(HOUSEHOLDS, sorts={"label": col(Household.label)})
)


def _members(session: SchoolSession, household_id: UUID) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (
        col(HouseholdMember.school_id) == session.principal.school_id,
        col(HouseholdMember.household_id) == household_id,
    )


async def _as_is(session: SchoolSession, household: Household) -> dict[str, Any]:
    members = await session.rows(select(HouseholdMember).where(*_members(session, household.id)))
    return {
        "label": household.label,
        "guardian_ids": [member.guardian_id for member in members if member.guardian_id],
        "student_ids": [member.student_id for member in members if member.student_id],
    }


async def _move_in(session: SchoolSession, household_id: UUID, fields: HouseholdFields) -> None:
    await session.flush()
    await session.execute(delete(HouseholdMember).where(*_members(session, household_id)))
    school_id = session.principal.school_id
    for person in fields.guardian_ids:
        session.add(HouseholdMember(school_id=school_id, household_id=household_id, guardian_id=person))
    for person in fields.student_ids:
        session.add(HouseholdMember(school_id=school_id, household_id=household_id, student_id=person))
