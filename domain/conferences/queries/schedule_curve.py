"""The score over time of a schedule, as its picture needs it."""

from typing import Any

from sqlmodel import col

from domain.conferences.models.curve import CurveShown
from domain.conferences.models.schedules import Schedule
from domain.conferences.queries.schedules import plans_rounds
from domain.kernel.read import Document

_FIGURES: Any = col(Schedule.figures)

SCHEDULE_CURVE = Document(
    CurveShown,
    Schedule,
    visible=plans_rounds,
    computed={
        "talks": lambda _: _FIGURES["summary"]["placed"].as_integer() + _FIGURES["summary"]["left_out"].as_integer(),
        "points": lambda _: col(Schedule.curve),
        "weight_left_at_least": lambda _: _FIGURES["proof"]["weight_left_at_least"],
        "gap": lambda _: _FIGURES["proof"]["gap"],
    },
)
