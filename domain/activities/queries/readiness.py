"""How far an activity is before families are invited, in words."""

import json
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import literal, select
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.readiness import MomentFacts, Preparation
from domain.activities.queries.activities import AT_SCHOOL
from domain.activities.queries.heard import parents_heard
from domain.activities.queries.visibility import of_activity
from domain.activities.rules.advice import advice_on
from domain.activities.rules.essentials import missing_essentials
from domain.activities.rules.helpful_points import all_that_help, keys_that_help
from domain.catalogue.models import ChecklistPoint
from domain.catalogue.queries import NODE_POINTS, POINT_PLACE
from domain.conferences.models.background import PeriodFacts
from domain.conferences.queries.visibility import is_team
from domain.kernel.read import Document
from domain.kernel.rule import Finding
from domain.kernel.session import SchoolSession
from domain.school.calendar import Period
from domain.school.models import CalendarPeriod, School

ASKED: Any = col(Activity.parents_asked) + parents_heard()
"""How many parents were asked (R34): those whom somebody counted, and those who brought an idea themselves."""

_MOMENTS = Document(MomentFacts, ActivityMoment)
_PERIODS = Document(PeriodFacts, CalendarPeriod)
_HELPFUL = col(ChecklistPoint.key).in_([literal(key) for key in all_that_help()])
PREPARATION = Document(
    Preparation,
    Activity,
    visible=is_team,
    beside=AT_SCHOOL,
    computed={
        "asked": lambda _: ASKED,
        "time_zone": lambda _: col(School.time_zone),
        "moments": lambda reading: _MOMENTS.nested(
            reading, of_activity(ActivityMoment), col(ActivityMoment.starts_at), col(ActivityMoment.id)
        ),
        "periods": lambda reading: _PERIODS.nested(
            reading, col(CalendarPeriod.school_id) == col(Activity.school_id), col(CalendarPeriod.starts_on)
        ),
        "points": lambda reading: NODE_POINTS.nested(reading, _HELPFUL, POINT_PLACE),
    },
)


async def parents_asked(session: SchoolSession, activity: Activity) -> int:
    """As `ASKED`, for the rules of a change."""
    await session.flush()
    this = (col(Activity.school_id) == activity.school_id, col(Activity.id) == activity.id)
    return await session.scalar(select(ASKED).where(*this)) or 0


def readiness(body: str, language: str) -> str:
    """What `PREPARATION` tells, looked at by the rules, as JSON in this language."""
    facts = Preparation.model_validate_json(body)
    missing = missing_essentials(facts, facts.moments, facts.asked)
    calendar = [(one.kind, Period(one.starts_on, one.ends_on)) for one in facts.periods]
    advice = advice_on([one.starts_at for one in facts.moments], ZoneInfo(facts.time_zone), calendar)
    said = {
        "is_ready": not missing,
        "missing": [_said(found, language) | {"points": _that_help(facts, found)} for found in missing],
        "advice": [_said(found, language) for found in advice],
    }
    return json.dumps(said, ensure_ascii=False)


def _said(found: Finding, language: str) -> dict[str, Any]:
    return {"code": found.rule.code, "pointer": found.pointer, "detail": found.rule.words(language, found.data)}


def _that_help(facts: Preparation, found: Finding) -> list[dict[str, Any]]:
    keys = keys_that_help(facts.kind, found.rule.code)
    return [point for key in keys for point in facts.points if point["key"] == key]
