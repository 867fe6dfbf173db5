"""What a family sees through a one-time link: its children by their given names, and nothing of another household."""

from typing import Any

from sqlalchemy import ColumnElement, String, Uuid, bindparam, cast, or_
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.links import LinkChild, LinkRead, LinkStaff
from domain.conferences.models.places import ConferenceSession
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.staff import ConferenceStaff
from domain.conferences.queries.asking import CARING
from domain.conferences.queries.people import is_child_of
from domain.conferences.queries.places import SESSIONS_OF_ROUND
from domain.families.models import Student
from domain.families.queries import taught_by
from domain.kernel.asking import ASKING, asked_by
from domain.kernel.read import LANGUAGE, Document, Reading, there_is
from domain.kernel.session import SchoolSession
from domain.kernel.text import picked
from domain.plans.queries.somebody import Somebody
from domain.school.models import School, StaffMember

_FAMILY: Any = ConferenceFamily


def _may_be_wished(_: Reading) -> ColumnElement[bool]:
    staff_id = col(StaffMember.id)
    in_round = (col(ConferenceStaff.school_id) == _FAMILY.school_id, col(ConferenceStaff.round_id) == _FAMILY.round_id)
    teaches = taught_by(Somebody(_FAMILY.school_id, staff_id=staff_id), col(Student.id))
    takes_part = there_is(ConferenceStaff, *in_round, col(ConferenceStaff.staff_id) == staff_id)
    return takes_part & or_(col(StaffMember.function).in_(CARING), teaches)


_STAFF = Document(LinkStaff, StaffMember, computed={"staff_id": lambda _: col(StaffMember.id)})
_CHILDREN = Document(
    LinkChild,
    Student,
    computed={
        "student_id": lambda _: col(Student.id),
        "staff": lambda reading: _STAFF.nested(reading, _may_be_wished(reading), col(StaffMember.id)),
    },
)
_SAME_ROUND = (col(ConferenceSession.school_id) == _FAMILY.school_id) & (
    col(ConferenceSession.round_id) == _FAMILY.round_id
)
_LINK = Document(
    LinkRead,
    ConferenceFamily,
    beside={
        ConferenceRound: (col(ConferenceRound.school_id) == _FAMILY.school_id)
        & (col(ConferenceRound.id) == _FAMILY.round_id),
        School: col(School.school_id) == _FAMILY.school_id,
    },
    computed={
        "round_name": lambda _: picked(col(ConferenceRound.name), LANGUAGE),
        "answer_by": lambda _: col(ConferenceRound.answer_by),
        "time_zone": lambda _: col(School.time_zone),
        "sessions": lambda reading: SESSIONS_OF_ROUND.nested(reading, _SAME_ROUND, col(ConferenceSession.starts_at)),
        "students": lambda reading: _CHILDREN.nested(reading, is_child_of(_FAMILY, Student), col(Student.id)),
    },
)
_ROWS, _DOCUMENT = _LINK.rows(Reading(ASKING, LANGUAGE), _FAMILY.id == bindparam("family_id", type_=Uuid))
_STATEMENT = _ROWS.add_columns(cast(_DOCUMENT, String))


async def seen_through(session: SchoolSession, family: ConferenceFamily) -> str:
    """The document, as JSON, in the reader's language."""
    asked = {**asked_by(session.principal), "family_id": family.id, "language": session.language}
    return str(await session.scalar(_STATEMENT, asked))
