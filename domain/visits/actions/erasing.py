"""What is no longer kept of a visit."""

from typing import Any

from sqlalchemy import delete
from sqlmodel import col

from domain.kernel.claiming import release
from domain.kernel.replay import forget_about
from domain.kernel.session import SchoolSession
from domain.visits.models.addresses import HomeVisitAddress
from domain.visits.models.notes import HomeVisitNote
from domain.visits.models.visitors import HomeVisitVisitor
from domain.visits.models.visits import HomeVisit

_CHOSEN: dict[str, Any] = {"moments": [], "place": None, "elsewhere": None}
_PLANNED: dict[str, Any] = {"starts_at": None, "ends_at": None, "answered_at": None, "entered_by_id": None}
_GONE_OUT = ("checked_in_at", "expected_back_at", "due_at", "checked_out_at", "overdue_told_at")


async def erase(session: SchoolSession, visit: HomeVisit) -> None:
    """Everything beyond the fact: what was chosen, planned and noted, who would go, and answers kept for a repeat.

    Colleagues who are in there still stay visible to who answers for them until they check out.
    """
    _set(visit, **_CHOSEN, **_PLANNED, on_behalf=False)
    await forget_address(session, visit)
    await _delete(session, visit, HomeVisitNote)
    await release(session, visit.id)
    if visit.checked_in_at is None or visit.checked_out_at is not None:
        await forget_who_went(session, visit)
    await forget_about(session, visit.id)


async def forget_choice(session: SchoolSession, visit: HomeVisit) -> None:
    """The visit is over: where the family lives, and when else it would have suited, serve nobody any longer."""
    visit.moments = []
    await forget_address(session, visit)
    await forget_about(session, visit.id)


async def forget_address(session: SchoolSession, visit: HomeVisit) -> None:
    await _delete(session, visit, HomeVisitAddress)


async def forget_visitors(session: SchoolSession, visit: HomeVisit) -> None:
    """Who was to go."""
    await _delete(session, visit, HomeVisitVisitor)


async def forget_who_went(session: SchoolSession, visit: HomeVisit) -> None:
    """Who went, and when they were there."""
    _set(visit, **dict.fromkeys(_GONE_OUT))
    await forget_visitors(session, visit)


def _set(visit: HomeVisit, **values: Any) -> None:
    for name, value in values.items():
        setattr(visit, name, value)


async def _delete(session: SchoolSession, visit: HomeVisit, table: Any) -> None:
    theirs = (col(table.school_id) == visit.school_id, col(table.visit_id) == visit.id)
    await session.execute(delete(table).where(*theirs))
