"""How visits go out, and how a deed finds one."""

from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, and_, case, func, literal_column
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from domain.conversations.queries.conversations import local_time
from domain.kernel.page import PageQuery
from domain.kernel.read import Document, Listing, Reading, once
from domain.kernel.session import SchoolSession
from domain.school.models import School
from domain.visits.models.notes import HomeVisitNote, HomeVisitNoteRead
from domain.visits.models.visitors import HomeVisitVisitor
from domain.visits.models.visits import HomeVisit, HomeVisitRead
from domain.visits.models.words import VisitStatus
from domain.visits.queries.visibility import is_team, knows_family, sees_visit
from domain.visits.queries.visitors import VISITORS

_NOTHING = literal_column("'[]'::jsonb", JSONB)


def of_visit(table: Any) -> ColumnElement[bool]:
    """The row belongs to the visit of the statement around it."""
    return and_(col(table.school_id) == col(HomeVisit.school_id), col(table.visit_id) == col(HomeVisit.id))


def _for_team(reading: Reading, warnings: Any) -> ColumnElement[Any]:
    said = warnings if reading.language is None else func.localized(warnings, reading.language, type_=JSONB)
    return case((once("is_team", Boolean), said), else_=_NOTHING)


def _unless_interpreting(column: Any, otherwise: Any) -> ColumnElement[Any]:
    return case((once("knows_family", Boolean), column), else_=otherwise)


_NOTE = Document(
    HomeVisitNoteRead,
    HomeVisitNote,
    computed={"warnings": lambda reading: _for_team(reading, col(HomeVisitNote.warnings))},
)


def _note(reading: Reading) -> ColumnElement[Any]:
    note = _NOTE.nested(reading, of_visit(HomeVisitNote) & once("knows_family", Boolean))
    return note.op("->")(literal_column("0"))


HOME_VISIT = Document(
    HomeVisitRead,
    HomeVisit,
    visible=sees_visit,
    beside={School: col(School.school_id) == col(HomeVisit.school_id)},
    once={
        "knows_family": lambda reading: knows_family(reading.viewer),
        "is_team": lambda reading: is_team(reading.viewer),
    },
    computed={
        "local_start": lambda _: local_time(col(HomeVisit.starts_at)),
        "moments": lambda _: _unless_interpreting(col(HomeVisit.moments), _NOTHING),
        "visitors": lambda reading: VISITORS.nested(reading, of_visit(HomeVisitVisitor), col(HomeVisitVisitor.id)),
        "note": _note,
        "warnings": lambda reading: _for_team(reading, col(HomeVisit.warnings)),
    },
)


class HomeVisitQuery(PageQuery):
    """Which visits."""

    student_id: UUID | None = None
    status: VisitStatus | None = None
    round_id: UUID | None = None


HOME_VISITS = Listing(HOME_VISIT, sorts={"created_at": col(HomeVisit.created_at)})


async def get_visit(session: SchoolSession, visit_id: UUID) -> HomeVisit:
    """The visit, locked for a deed.

    Raises:
        NotFound: when the caller may not see it.
    """
    return await session.get_row(HomeVisit, visit_id, sees_visit(session.viewer))
