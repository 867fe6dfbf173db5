"""How the talks that are asked for go out."""

from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, case, func, literal, literal_column, null, or_, select
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.request_reads import TalkRequestRead
from domain.conferences.models.requests import RequestParty, TalkRequest
from domain.conferences.models.words import Need
from domain.conferences.queries.people import is_asked
from domain.conferences.queries.request_visibility import has_party, is_family, reads_request_as_team, sees_request
from domain.kernel.page import PageQuery
from domain.kernel.read import Computed, Document, Listing, Reading, another, once, there_is

_IS_TEAM = once("is_team", Boolean)
_REQUEST: Any = TalkRequest


def _ids(column: Any, *of_these: ColumnElement[bool]) -> ColumnElement[Any]:
    """Parties of one kind, in their order, as a JSON list."""
    of_this = (col(RequestParty.school_id) == _REQUEST.school_id, col(RequestParty.request_id) == _REQUEST.id)
    listed = select(column).where(*of_this, column.is_not(None), *of_these)
    ordered = listed.order_by(col(RequestParty.position), col(RequestParty.id)).correlate_except(RequestParty)
    return func.to_json(func.array(ordered.scalar_subquery()))


def _own(reading: Reading) -> ColumnElement[bool]:
    """The team sees both families of a talk; a family its own (R17)."""
    family = another(ConferenceFamily)
    this = (family.c.school_id == col(RequestParty.school_id), family.c.id == col(RequestParty.family_id))
    return or_(_IS_TEAM, there_is(family, *this, is_asked(family.c, reading.viewer.guardian_id)))


def _together(_: Reading) -> ColumnElement[Any]:
    """Whether or not there is another household, who asked for it reads the same until it agrees."""
    joined = select(func.count()).where(
        col(RequestParty.school_id) == _REQUEST.school_id,
        col(RequestParty.request_id) == _REQUEST.id,
        col(RequestParty.family_id).is_not(None),
        ~col(RequestParty.awaits_yes),
    )
    both = joined.correlate_except(RequestParty).scalar_subquery() > 1
    return case((both, literal("agreed")), (_REQUEST.with_other_household, literal("asked")), else_=null())


def _awaits(reading: Reading) -> ColumnElement[bool]:
    mine = is_family(lambda family: is_asked(family, reading.viewer.guardian_id))
    return func.coalesce(has_party(lambda party: party.awaits_yes, mine), False, type_=Boolean) & ~_IS_TEAM


def _is_team(reading: Reading) -> ColumnElement[bool]:
    return func.coalesce(reads_request_as_team(reading.viewer), False, type_=Boolean)


def _is_open(reading: Reading) -> ColumnElement[bool]:
    """What one household brought, the other does not read, also when they come together."""
    alone = ~has_party(is_family(lambda family: ~is_asked(family, reading.viewer.guardian_id)))
    mine = _REQUEST.created_by_guardian_id == reading.viewer.guardian_id
    return or_(_is_team(reading), func.coalesce(mine, False), alone, _REQUEST.created_by_guardian_id.is_(None))


def _if_open(column: Any, otherwise: Any) -> Computed:
    return lambda _: case((once("is_open", Boolean), column), else_=otherwise)


REQUESTS = Document(
    TalkRequestRead,
    TalkRequest,
    visible=sees_request,
    once={"is_team": _is_team, "is_open": _is_open},
    computed={
        "family_ids": lambda reading: _ids(col(RequestParty.family_id), _own(reading)),
        "student_ids": lambda _: _ids(col(RequestParty.student_id)),
        "staff_ids": lambda _: _ids(col(RequestParty.staff_id)),
        "together": _together,
        "awaits_you": _awaits,
        "staff_need": lambda _: case((_IS_TEAM, _REQUEST.staff_need), else_=null()),
        "topics": _if_open(_REQUEST.topics, literal_column("'[]'::jsonb")),
        "created_by_guardian_id": _if_open(_REQUEST.created_by_guardian_id, null()),
        "interpreter_language": _if_open(_REQUEST.interpreter_language, null()),
    },
)


class RequestQuery(PageQuery):
    """Which talks that are asked for."""

    round_id: UUID | None = None
    family_id: UUID | None = None
    student_id: UUID | None = None
    staff_id: UUID | None = None
    need: Need | None = None
    withdrawn: bool = False


REQUEST_LISTING = Listing(
    REQUESTS,
    sorts={"created_at": col(TalkRequest.created_at)},
    filters={
        "family_id": lambda given: has_party(lambda party: party.family_id == given),
        "student_id": lambda given: has_party(lambda party: party.student_id == given),
        "staff_id": lambda given: has_party(lambda party: party.staff_id == given),
        "withdrawn": lambda given: _REQUEST.withdrawn_at.is_not(None) == given,
    },
)
