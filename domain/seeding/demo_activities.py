"""The activities of the demo school, as rows."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

from domain.activities.actions.claimed import claim_anew
from domain.activities.models import Activity, ActivityHelper, ActivityMoment
from domain.activities.models.activities import ActivityFields
from domain.activities.models.coming import ComingFields, SignUpState
from domain.activities.models.evaluations import ActivityEvaluation
from domain.activities.models.sign_ups import SignUp
from domain.activities.models.tour_guides import TourGuide
from domain.activities.models.tour_stops import TourStop
from domain.activities.models.words import ActivityStatus
from domain.activities.queries.moments import moments_of
from domain.kernel import clock
from domain.kernel.errors import Conflict
from domain.kernel.row import Row
from domain.kernel.session import SchoolSession
from domain.seeding.demo_activity_file import DemoActivity, DemoSignUp
from domain.seeding.demo_file import DEMO_SCHOOL, demo_id
from domain.seeding.demo_keys import Keyed
from domain.seeding.demo_rows import row_of

_AHEAD = timedelta(days=14)
"""How long before it families are invited."""


def activity_rows(activities: list[DemoActivity]) -> Iterator[Sequence[Row]]:
    """Table by table: what is pointed to comes first."""
    yield [_activity(one) for one in activities]
    yield [_part(ActivityMoment, part, one) for one in activities for part in one.activity_moments]
    yield [_part(ActivityHelper, part, one) for one in activities for part in one.activity_helpers]
    yield [_sign_up(part, one) for one in activities for part in one.activity_sign_ups]
    yield [
        _part(TourStop, part, one, position=position)
        for one in activities
        for position, part in enumerate(one.tour_stops, 1)
    ]
    yield [_part(TourGuide, part, one) for one in activities for part in one.tour_guides]
    yield [_evaluation(one) for one in activities if one.evaluation]


async def hold_times(session: SchoolSession, activities: list[DemoActivity], added: Collection[UUID]) -> None:
    """What a new activity takes is held, unless who tried the demo out has other plans by then."""
    for one in activities:
        if one.key in added:
            with suppress(Conflict):
                async with session.begin_nested():
                    await claim_anew(session, one.key, *await moments_of(session, one.key))


def _activity(one: DemoActivity) -> Row:
    begins, ends = ([getattr(part, name) for part in one.activity_moments] for name in ("starts_at", "ends_at"))
    told = one.status in {ActivityStatus.INVITED, ActivityStatus.EVALUATED}
    times = {
        "invited_at": min(min(begins) - _AHEAD, clock.now()) if told else None,
        "held_at": max(ends) if one.status is ActivityStatus.EVALUATED else None,
    }
    return row_of(Activity, one, ActivityFields, status=one.status, created_by_id=one.staff_id, **times)


def _part(table: type[Row], thing: Keyed, of: DemoActivity, **more: Any) -> Row:
    return table.of(DEMO_SCHOOL, thing, id=thing.key, activity_id=of.key, **more)


def _sign_up(one: DemoSignUp, of: DemoActivity) -> Row:
    state = SignUpState.WAITING if one.waits else SignUpState.SIGNED_UP
    who = one.model_dump(include={"moment_id", "guardian_id", "student_id"})
    return row_of(SignUp, one, ComingFields, activity_id=of.key, state=state, **who)


def _evaluation(of: DemoActivity) -> Row:
    assert of.evaluation
    seen = of.evaluation.model_dump(mode="json")
    return ActivityEvaluation(
        school_id=DEMO_SCHOOL,
        id=demo_id("activity_evaluations", of.key),
        activity_id=of.key,
        tallied=seen["counts"],
        remarks=seen["remarks"],
        nobody_missed=of.evaluation.nobody_missed,
        next_time=of.evaluation.next_time,
        evaluated_at=max(one.ends_at for one in of.activity_moments),
    )
