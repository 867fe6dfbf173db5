"""What was supposed in a new plan comes true when it is published: the round itself says so from then on."""

from datetime import UTC, datetime
from typing import Any

from domain.conferences.actions.leaving import leave
from domain.conferences.actions.session_moves import move_sessions
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.schedules import Schedule
from domain.conferences.queries.problem.facts import facts_of
from domain.conferences.queries.problem.people import on_teaching_days
from domain.conferences.queries.problem.spans import Span, kept, said, without
from domain.kernel.session import SchoolSession

_FIRST, _LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2199, 1, 1, tzinfo=UTC)


async def come_true(session: SchoolSession, round_: ConferenceRound, schedule: Schedule) -> None:
    """Who is away is away for open times too, who does not come leaves their talks, and sessions have moved."""
    supposed = schedule.relaxation or {}
    await move_sessions(session, round_, supposed.get("moved_sessions", []))
    await _take_away(session, round_, supposed.get("absences", []))
    if families := supposed.get("cancelled_family_ids"):
        await leave(session, round_, families)


async def _take_away(session: SchoolSession, round_: ConferenceRound, absences: list[dict[str, Any]]) -> None:
    if not absences:
        return
    facts = await facts_of(session, round_)
    away: dict[str, list[Span]] = {}
    for absence in absences:
        away.setdefault(absence["staff_id"], []).append(_span(absence))
    for one, who in facts.staff:
        if str(one.staff_id) in away:
            there = on_teaching_days(facts, who) if one.available is None else said(one.available)
            one.available = kept(without(there, away[str(one.staff_id)]))


def _span(absence: dict[str, Any]) -> Span:
    start, end = (absence.get(name) for name in ("starts_at", "ends_at"))
    return datetime.fromisoformat(start) if start else _FIRST, datetime.fromisoformat(end) if end else _LAST
