"""Smileys without names, and the team that looks at them."""

import hmac
import secrets
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.evaluations import (
    ActivityEvaluation,
    ActivityTap,
    EvaluatedFields,
    TallyFields,
    TapFields,
)
from domain.activities.models.missed import MissedFamily
from domain.activities.models.words import ActivityStatus
from domain.activities.queries.activities import get_activity
from domain.activities.queries.evaluations import NOT_BEGUN
from domain.activities.rules.evaluating import (
    ANOTHER_VOICE,
    NOT_EVALUATED,
    NOT_HELD,
    TAPPED_ALREADY,
    LookedBack,
    check_looked_back,
    one_more,
    shuffled_in,
    voices_of,
)
from domain.kernel import clock
from domain.kernel.errors import STALE, Conflict, Detail, Invalid, Stale
from domain.kernel.events import record
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession


async def tap(session: SchoolSession, activity_id: UUID, fields: TapFields) -> None:
    """Count one smiley. No event tells of it: an event has an actor and a time.

    Raises:
        NotFound. Invalid: `voice_of_another`. Conflict: `activity_not_held`, `tapped_already`.
    """
    if fields.who not in voices_of(session.principal.roles):
        raise Invalid(ANOTHER_VOICE, Detail("/who", ANOTHER_VOICE))
    _, evaluation = await _open(session, activity_id)
    await _only_once(session, evaluation)
    evaluation.tapped = one_more(evaluation.tapped, fields.who, fields.smiley)
    evaluation.remarks = shuffled_in(evaluation.remarks, fields.remark)


async def put_tally(session: SchoolSession, activity_id: UUID, fields: TallyFields, version: int) -> None:
    """What was counted by hand, in place of what was counted before.

    Raises:
        NotFound, Stale. Conflict: `activity_not_held`.
    """
    _, evaluation = await _open(session, activity_id, version)
    evaluation.tallied = fields.model_dump(mode="json")["counts"]


async def evaluate(session: SchoolSession, activity_id: UUID, fields: EvaluatedFields) -> None:
    """The team looked at it. Who tapped is forgotten with the key, so that nobody ever finds out.

    Raises:
        NotFound. Conflict: `activity_not_held`. Invalid: `evaluation_incomplete`.
    """
    activity, evaluation = await _open(session, activity_id)
    missed = await session.scalar(select(func.count()).where(*_of(MissedFamily, activity)))
    seen = LookedBack((evaluation.tapped, evaluation.tallied), evaluation.remarks, bool(missed))
    warnings_of(check_looked_back(seen, nobody_missed=fields.nobody_missed), NOT_EVALUATED)
    evaluation.nobody_missed, evaluation.next_time = fields.nobody_missed, fields.next_time
    evaluation.evaluated_at, evaluation.key = clock.now(), None
    activity.status = ActivityStatus.EVALUATED
    await session.execute(delete(ActivityTap).where(*_of(ActivityTap, activity)))
    record(session, "activity.evaluated", "activities", activity.id)


async def _open(
    session: SchoolSession, activity_id: UUID, version: int | None = None
) -> tuple[Activity, ActivityEvaluation]:
    """The activity, locked so that everybody who taps waits for the one before, and its smileys so far."""
    activity = await get_activity(session, activity_id, lock=True)
    if activity.status != ActivityStatus.HELD:
        raise Conflict(NOT_HELD)
    found = await session.find_row(select(ActivityEvaluation).where(*_of(ActivityEvaluation, activity)))
    if version not in {None, NOT_BEGUN + (found.version if found else 0)}:
        raise Stale(STALE)
    return activity, found or _begin(session, activity)


def _begin(session: SchoolSession, activity: Activity) -> ActivityEvaluation:
    begun = ActivityEvaluation(school_id=activity.school_id, activity_id=activity.id, key=secrets.token_hex())
    session.add(begun)
    return begun


async def _only_once(session: SchoolSession, evaluation: ActivityEvaluation) -> None:
    key, who = str(evaluation.key).encode(), session.principal.subject.encode()
    tap_id = UUID(bytes=hmac.digest(key, who, "sha256")[:16])
    if await session.get(ActivityTap, (evaluation.school_id, tap_id)):
        raise Conflict(TAPPED_ALREADY)
    day = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    session.add(
        ActivityTap(
            school_id=evaluation.school_id,
            id=tap_id,
            activity_id=evaluation.activity_id,
            created_at=day,
            updated_at=day,
        )
    )


def _of(table: Any, activity: Activity) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(table.school_id) == activity.school_id, col(table.activity_id) == activity.id
