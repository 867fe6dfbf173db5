"""How the evaluation of an activity goes out: counts to everybody who sees the activity, words to the team."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal_column
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.evaluations import ActivityEvaluation, EvaluationRead
from domain.activities.queries.visibility import visible_activity
from domain.conferences.queries.visibility import is_team
from domain.kernel.read import Computed, Document

_NO_COUNTS: ColumnElement[Any] = literal_column("'{}'::jsonb")
_NO_REMARKS: ColumnElement[Any] = literal_column("'[]'::jsonb")
NOT_BEGUN = 1
"""The version of an evaluation before the first tap."""

OF_ACTIVITY = and_(
    col(ActivityEvaluation.school_id) == col(Activity.school_id),
    col(ActivityEvaluation.activity_id) == col(Activity.id),
)


def _or(column: Any, otherwise: Any) -> ColumnElement[Any]:
    return func.coalesce(col(column), otherwise)


def _for_the_team(value: Any) -> Computed:
    return lambda reading: case((is_team(reading.viewer), value))


EVALUATION = Document(
    EvaluationRead,
    Activity,
    visible=visible_activity,
    beside={ActivityEvaluation: OF_ACTIVITY},
    computed={
        "version": lambda _: _or(ActivityEvaluation.version, 0) + NOT_BEGUN,
        "tapped": lambda _: _or(ActivityEvaluation.tapped, _NO_COUNTS),
        "tallied": lambda _: _or(ActivityEvaluation.tallied, _NO_COUNTS),
        "remarks": _for_the_team(_or(ActivityEvaluation.remarks, _NO_REMARKS)),
        "nobody_missed": _for_the_team(_or(ActivityEvaluation.nobody_missed, literal_column("false"))),
        "next_time": _for_the_team(col(ActivityEvaluation.next_time)),
        "evaluated_at": lambda _: col(ActivityEvaluation.evaluated_at),
    },
)
