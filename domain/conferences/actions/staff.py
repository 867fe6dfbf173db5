"""The staff of a round."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.actions.checking import check_classes, check_times
from domain.conferences.actions.looking import look_again
from domain.conferences.actions.parts import STAFF_PART
from domain.conferences.actions.rounds import ROUND_COLLECTION, get_round
from domain.conferences.models.staff import ClassStaffAddFields, ConferenceStaff, ConferenceStaffFields, StaffTimeFields
from domain.conferences.rules.states import Deed
from domain.families.queries import not_ended
from domain.kernel.errors import FORBIDDEN, Forbidden
from domain.kernel.permissions import OFFICE, SYSTEM
from domain.kernel.session import SchoolSession
from domain.school.models import ClassStaff, SchoolClass


async def add_class_staff(session: SchoolSession, round_id: UUID, fields: ClassStaffAddFields) -> None:
    """Everybody who teaches a class of the level (or one of these classes) and is not there yet.

    Raises:
        NotFound. Conflict: `wrong_state`. Invalid: pointing at classes that are not there.
    """
    round_ = await get_round(session, round_id, Deed.SET_UP)
    await check_classes(session, fields.class_ids or [])
    this, at = ConferenceStaff, round_.school_id
    there = select(col(this.staff_id)).where(col(this.school_id) == at, col(this.round_id) == round_id)
    of_level = [col(SchoolClass.level) == round_.level, not_ended(col(SchoolClass.ended_on))]
    if fields.class_ids is not None:
        of_level.append(col(SchoolClass.id).in_(fields.class_ids))
    same = (col(SchoolClass.school_id) == col(ClassStaff.school_id)) & (col(SchoolClass.id) == col(ClassStaff.class_id))
    teaching = (
        select(col(ClassStaff.staff_id))
        .join(SchoolClass, same)
        .where(col(ClassStaff.school_id) == at, not_ended(col(ClassStaff.ended_on)), *of_level)
        .where(col(ClassStaff.staff_id).not_in(there))
        .distinct()
    )
    for staff_id in sorted((await session.execute(teaching)).scalars()):
        session.add(
            ConferenceStaff.of(at, ConferenceStaffFields.model_validate({"staff_id": staff_id}), round_id=round_id)
        )
    round_.touch()
    await look_again(session, round_)
    ROUND_COLLECTION.tell(session, "changed", round_id, part="conference_staff_member")


async def say_time(session: SchoolSession, row_id: UUID, fields: StaffTimeFields, version: int) -> None:
    """When somebody of the staff can, in place of what was said before.

    Raises:
        NotFound, Stale. Forbidden: for a colleague. Conflict: `wrong_state`.
        Invalid: pointing at what lies outside the sessions.
    """
    row = await STAFF_PART.get(session, row_id, version)
    assert isinstance(row, ConferenceStaff)
    if row.staff_id != session.principal.staff_id and not session.principal.has(*OFFICE, *SYSTEM):
        raise Forbidden(FORBIDDEN)
    round_ = await get_round(session, row.round_id, Deed.SET_UP)
    await check_times(session, round_, fields)
    row.take(fields)
    await look_again(session, round_)
    ROUND_COLLECTION.tell(session, "changed", round_.id, part="conference_staff_member")
