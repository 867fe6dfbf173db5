"""How the talks of a schedule go out."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import col

from domain.conferences.models.requests import RequestParty
from domain.conferences.models.schedules import Schedule, ScheduledTalk, ScheduledTalkRead
from domain.conferences.models.words import ScheduleStatus
from domain.conferences.queries.schedules import plans_rounds
from domain.kernel.page import PageQuery
from domain.kernel.principal import Viewer
from domain.kernel.read import Document, Listing, another, there_is


def parties(column: Any) -> ColumnElement[Any]:
    """Who of one kind is in the talk, in their order, as a JSON list."""
    of_talk = (
        col(RequestParty.school_id) == col(ScheduledTalk.school_id),
        col(RequestParty.request_id) == col(ScheduledTalk.request_id),
    )
    listed = select(column).where(*of_talk, column.is_not(None), ~col(RequestParty.awaits_yes))
    ordered = listed.order_by(col(RequestParty.position), col(RequestParty.id)).correlate_except(RequestParty)
    return func.to_json(func.array(ordered.scalar_subquery()))


def has_party(who: Any) -> Any:
    """The talk has this party."""

    def holds(given: Any) -> ColumnElement[bool]:
        party = another(RequestParty)
        of_talk = (
            party.c.school_id == col(ScheduledTalk.school_id),
            party.c.request_id == col(ScheduledTalk.request_id),
        )
        return there_is(party, *of_talk, party.c[who] == given)

    return holds


def is_of_published() -> ColumnElement[bool]:
    """The talk stands in the schedule that is published."""
    this = (col(Schedule.school_id) == col(ScheduledTalk.school_id), col(Schedule.id) == col(ScheduledTalk.schedule_id))
    return there_is(Schedule, *this, col(Schedule.status) == ScheduleStatus.PUBLISHED)


def sees_scheduled(viewer: Viewer) -> ColumnElement[bool]:
    """The office; of what is published also who of the staff is in the talk. Families look at their conversations."""
    return or_(plans_rounds(viewer), has_party("staff_id")(viewer.staff_id) & is_of_published())


class TalkQuery(PageQuery):
    """Which talks of a schedule."""

    session_id: UUID | None = None
    staff_id: UUID | None = None
    student_id: UUID | None = None
    family_id: UUID | None = None


class TalksOf(TalkQuery):
    """Those of this schedule."""

    schedule_id: UUID


TALKS = Listing(
    Document(
        ScheduledTalkRead,
        ScheduledTalk,
        visible=sees_scheduled,
        computed={
            "family_ids": lambda _: parties(col(RequestParty.family_id)),
            "student_ids": lambda _: parties(col(RequestParty.student_id)),
            "staff_ids": lambda _: parties(col(RequestParty.staff_id)),
        },
    ),
    sorts={"starts_at": col(ScheduledTalk.starts_at)},
    filters={name: has_party(name) for name in ("staff_id", "student_id", "family_id")},
    where=lambda _: col(ScheduledTalk.starts_at).is_not(None),
)
