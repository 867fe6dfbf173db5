"""A step as it goes out: its reason in words, and what it was read from."""

from typing import Any

from domain.plans.decision.week import DAYS
from domain.reach.models.reads import FromCatalogue, FromPlan, MomentRead
from domain.reach.rules.moments import Moment
from domain.reach.rules.reasons import moment_in_words, plan_in_words, reason_in_words
from domain.reach.rules.steps import Option


def shown(option: Option, says: FromCatalogue | None, language: str) -> dict[str, Any]:
    """The part of a `FamilyToReach` that says what comes next."""
    plan = plan_in_words(option, language)
    return {
        "next_step": option.step,
        "reason": reason_in_words(option, language),
        "channel": option.channel,
        "guardian_id": option.guardian_id,
        "moment": _moment(option.moment, language) if option.moment else None,
        "from_plan": FromPlan(says=plan) if plan else None,
        "from_catalogue": says,
    }


def _moment(moment: Moment, language: str) -> MomentRead:
    weekday = None if moment.weekday is None else DAYS[moment.weekday]
    return MomentRead(weekday=weekday, part=moment.part.name.lower(), says=moment_in_words(moment, language))
