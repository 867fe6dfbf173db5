"""The family of a round in which a guardian is asked about a student."""

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, select
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.queries.people import has_child, is_asked
from domain.kernel.asking import ASKING, asked_by
from domain.kernel.session import SchoolSession

_FAMILY: Any = ConferenceFamily
_STUDENT = bindparam("student_id", type_=Uuid)


@cache
def _statement() -> Select[ConferenceFamily]:
    this = (col(_FAMILY.school_id) == ASKING.school_id, _FAMILY.round_id == bindparam("round_id", type_=Uuid))
    mine = is_asked(_FAMILY, ASKING.guardian_id) & has_child(_FAMILY, lambda child: child.id == _STUDENT)
    return select(ConferenceFamily).where(*this, mine).order_by(_FAMILY.id).limit(1)


async def find_asked_family(session: SchoolSession, round_id: UUID, student_id: UUID) -> ConferenceFamily | None:
    """That of the caller, or None when nobody asks them."""
    asked = {**asked_by(session.principal), "round_id": round_id, "student_id": student_id}
    return (await session.execute(_statement(), asked)).scalar_one_or_none()
