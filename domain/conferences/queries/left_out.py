"""Which talks have no time, and what their words are made from. A family finds its own, and nothing of others."""

from typing import Any

from sqlalchemy import ColumnElement, Integer, func, literal_column, or_, select
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.left_out import LeftOutFacts, LeftOutOf
from domain.conferences.models.requests import RequestParty, TalkRequest
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.schedules import Schedule, ScheduledTalk
from domain.conferences.models.staff import ConferenceStaff
from domain.conferences.queries.people import is_asked
from domain.conferences.queries.request_visibility import has_party, is_family, reads_request_as_team
from domain.conferences.queries.scheduled_talks import is_of_published, parties
from domain.conferences.queries.schedules import plans_rounds, sees_schedule
from domain.kernel.principal import Viewer
from domain.kernel.read import Document, Reading, looked_up, there_is
from domain.school.models import School, StaffMember

_NOTHING: ColumnElement[Any] = literal_column("'[]'::json")


def _sees_left_out(viewer: Viewer) -> ColumnElement[bool]:
    """The office; of what is published also who may see that it was asked for, once it takes part."""
    asked = (
        col(TalkRequest.school_id) == col(ScheduledTalk.school_id),
        col(TalkRequest.id) == col(ScheduledTalk.request_id),
    )
    takes_part = has_party(
        lambda party: ~party.awaits_yes, is_family(lambda family: is_asked(family, viewer.guardian_id))
    )
    seen = or_(reads_request_as_team(viewer), takes_part)
    return or_(plans_rounds(viewer), is_of_published() & there_is(TalkRequest, *asked, seen))


def _minutes(_: Reading) -> ColumnElement[int]:
    asked = (
        col(TalkRequest.school_id) == col(ScheduledTalk.school_id),
        col(TalkRequest.id) == col(ScheduledTalk.request_id),
    )
    usual = looked_up(
        ConferenceRound.talk_minutes,
        col(ConferenceRound.school_id) == col(TalkRequest.school_id),
        col(ConferenceRound.id) == col(TalkRequest.round_id),
    )
    length = func.coalesce(col(TalkRequest.minutes), usual, type_=Integer)
    return select(length).where(*asked).correlate_except(TalkRequest).scalar_subquery()


def _party(column: Any, *of: ColumnElement[bool]) -> tuple[ColumnElement[bool], ...]:
    """A row that somebody of the talk points to."""
    return (
        col(RequestParty.school_id) == col(ScheduledTalk.school_id),
        col(RequestParty.request_id) == col(ScheduledTalk.request_id),
        column,
        *of,
    )


def _staff(_: Reading) -> Any:
    theirs = (col(StaffMember.school_id) == col(RequestParty.school_id)) & (
        col(StaffMember.id) == col(RequestParty.staff_id)
    )
    name = func.concat_ws(literal_column("' '"), StaffMember.given_name, StaffMember.family_name)
    one = func.json_build_object(literal_column("'id'"), StaffMember.id, literal_column("'name'"), name)
    listed = select(func.coalesce(func.json_agg(one), _NOTHING)).where(*_party(theirs))
    return listed.correlate_except(StaffMember, RequestParty).scalar_subquery()


def _windows(table: Any, column: Any, party: Any) -> Any:
    """All that people of the talk said, as one list."""
    told = func.jsonb_array_elements(column).table_valued("value", name="told")
    listed = select(func.coalesce(func.jsonb_agg(told.c.value), literal_column("'[]'::jsonb")))
    listed = listed.select_from(RequestParty).join(table, party).join(told, literal_column("true"))
    return listed.where(*_party(literal_column("true"))).correlate_except(table, RequestParty, told).scalar_subquery()


def _own_windows(_: Reading) -> Any:
    theirs = (
        (col(ConferenceFamily.school_id) == col(RequestParty.school_id))
        & (col(ConferenceFamily.id) == col(RequestParty.family_id))
        & ~col(RequestParty.awaits_yes)
    )
    return _windows(ConferenceFamily, ConferenceFamily.available, theirs)


def _breaks(_: Reading) -> Any:
    round_id = looked_up(
        Schedule.round_id,
        col(Schedule.school_id) == col(ScheduledTalk.school_id),
        col(Schedule.id) == col(ScheduledTalk.schedule_id),
    )
    theirs = (
        (col(ConferenceStaff.school_id) == col(RequestParty.school_id))
        & (col(ConferenceStaff.staff_id) == col(RequestParty.staff_id))
        & (col(ConferenceStaff.round_id) == round_id)
    )
    return _windows(ConferenceStaff, ConferenceStaff.breaks, theirs)


_TALK = Document(
    LeftOutFacts,
    ScheduledTalk,
    visible=_sees_left_out,
    computed={
        "student_ids": lambda _: parties(col(RequestParty.student_id)),
        "family_ids": lambda _: parties(col(RequestParty.family_id)),
        "minutes": _minutes,
        "staff": _staff,
        "own_windows": _own_windows,
        "breaks": _breaks,
        "told": lambda _: col(ScheduledTalk.left_out),
        "is_office": lambda reading: plans_rounds(reading.viewer),
    },
)
LEFT_OUT = Document(
    LeftOutOf,
    Schedule,
    visible=sees_schedule,
    computed={
        "time_zone": lambda _: looked_up(School.time_zone, col(School.school_id) == col(Schedule.school_id)),
        "items": lambda reading: _TALK.nested(
            reading,
            (col(ScheduledTalk.school_id) == col(Schedule.school_id))
            & (col(ScheduledTalk.schedule_id) == col(Schedule.id))
            & col(ScheduledTalk.starts_at).is_(None),
            col(ScheduledTalk.request_id),
        ),
    },
)
