"""A round of visits: every family is asked the same, and what those who want one chose becomes an order of the day."""

from datetime import timedelta
from uuid import UUID

from domain.kernel import clock
from domain.kernel.errors import DOES_NOT_EXIST, FORBIDDEN, Detail, Forbidden, Invalid
from domain.kernel.events import record
from domain.kernel.permissions import OFFICE
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession
from domain.visits.actions.telling import tell
from domain.visits.models.days import DayPlan, DayQuery, DayStop
from domain.visits.models.rounds import HomeVisitRound, HomeVisitRoundAskFields, HomeVisitRoundFields
from domain.visits.models.visits import HomeVisit, VisitFields
from domain.visits.queries.days import busy_on, day_of, wishes_of
from domain.visits.queries.rounds import ROUND, families_of
from domain.visits.queries.settings import settings_of
from domain.visits.rules.asking import check_purpose, check_whom
from domain.visits.rules.day import order_of_day


async def open_round(session: SchoolSession, fields: HomeVisitRoundAskFields) -> HomeVisitRound:
    """Ask each household of a class, or of the new students of a year.

    Raises:
        Forbidden: for who is not of the office.
        Invalid: `unknown_reference` for a student who is not one of them.
    """
    if not session.principal.has(*OFFICE):
        raise Forbidden(FORBIDDEN)
    whole = await families_of(session, fields)
    asked = [one for one in whole if fields.student_ids is None or one.student_id in fields.student_ids]
    if set(fields.student_ids or ()) - {one.student_id for one in whole}:
        raise Invalid(DOES_NOT_EXIST, Detail("/student_ids", DOES_NOT_EXIST))
    findings = [*check_purpose(fields.purpose), *check_whom(len(asked), len(whole))]
    round_ = HomeVisitRound.of(
        session.principal.school_id,
        HomeVisitRoundFields(**{name: getattr(fields, name) for name in HomeVisitRoundFields.model_fields}),
        created_by_id=session.principal.staff_id,
        warnings=[found.record() for found in warnings_of(findings)],
    )
    session.add(round_)
    record(session, "home_visit_round.opened", "home_visit_rounds", round_.id)
    await session.flush()
    question = VisitFields(why=fields.why, purpose=fields.purpose, minutes=fields.minutes)
    for family in asked:
        people = {**family._asdict(), "created_by_id": session.principal.staff_id}
        visit = HomeVisit.of(round_.school_id, question, round_id=round_.id, asked_at=clock.now(), **people)
        session.add(visit)
        tell(session, "asked", visit)
    return round_


async def plan_day(session: SchoolSession, round_id: UUID, query: DayQuery) -> DayPlan:
    """An order of the day for who said yes; nothing is held by it.

    Raises:
        NotFound: when the caller may not see the round.
    """
    await session.get_row(HomeVisitRound, round_id, ROUND.visible(session.viewer))
    zone, day = await day_of(session, query.date)
    wishes = await wishes_of(session, round_id, day)
    minutes = query.travel_minutes
    travel = timedelta(minutes=(await settings_of(session)).travel_minutes if minutes is None else minutes)
    stops = order_of_day(wishes, dict(await busy_on(session, query.staff_id, day)), travel)
    placed = {stop.wish.visit_id for stop in stops}
    return DayPlan(
        date=query.date,
        stops=[
            DayStop(
                visit_id=stop.wish.visit_id,
                staff_id=stop.staff_id,
                starts_at=stop.starts_at,
                ends_at=stop.ends_at,
                local_start=stop.starts_at.astimezone(zone).strftime("%Y-%m-%dT%H:%M:%S"),
                postal_code=stop.wish.neighbourhood[0] or None,
                travel_minutes=stop.way_there // timedelta(minutes=1),
            )
            for stop in stops
        ],
        left_out=[wish.visit_id for wish in wishes if wish.visit_id not in placed],
    )
