"""Finding out what somebody is to the student of a plan."""

from functools import cache
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, false, func, select

from domain.families.queries import reads_as_school, taught_by
from domain.kernel.asking import ASKING, asked_by
from domain.kernel.principal import Principal
from domain.kernel.session import SchoolSession
from domain.plans.queries.visibility import takes_part
from domain.plans.rules.standing import Standing


@cache
def _standing() -> Select[bool, bool, bool, bool]:
    viewer, student_id = ASKING, bindparam("of_student_id", type_=Uuid)
    return select(
        reads_as_school(viewer, student_id).label("staff"),
        taught_by(viewer, student_id).label("teacher"),
        takes_part(viewer, student_id).label("guardian"),
        func.coalesce(viewer.student_id == student_id, false()).label("student"),
    )


async def standing_of(session: SchoolSession, principal: Principal, student_id: UUID) -> Standing:
    """What somebody is to this student; the same conditions as `sees_plan`."""
    asked = asked_by(principal) | {"of_student_id": student_id}
    found = (await session.execute(_standing(), asked)).one()
    guardian_id = principal.guardian_id if found.guardian else None
    return Standing(found.staff, found.staff and found.teacher, guardian_id, found.student)
