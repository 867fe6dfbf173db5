"""A guardian's wishes as the decision takes them: whether there is an urgent number, never which."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlmodel import col

from domain.families.models.guardians import ReadingComfort
from domain.plans.decision.family import Wishes
from domain.plans.decision.week import week_of
from domain.plans.models.contact_words import ContactChannel, DigitalAccess, Frequency
from domain.plans.models.guardian_wishes import GuardianWishes
from domain.plans.models.topics import Topic
from domain.plans.topic_of import topic_of
from domain.school.calendar import Period

_KEPT = (
    *("channels", "languages", "reading_comfort", "wants_interpreter", "interpreter_mode", "reachable_hours"),
    *("blocked_periods", "digital_access", "frequency", "topics_at_once", "topics_in_summary"),
)
WISHES = (
    *(col(getattr(GuardianWishes, name)).label(f"wished_{name}") for name in _KEPT),
    col(GuardianWishes.urgent_phone).is_not(None).label("wished_urgent"),
)
"""Columns of a statement that joins the wishes."""


def wishes_of(row: Any) -> Wishes | None:
    """Of a row that has `WISHES`; None when the guardian gave none."""
    if row.wished_channels is None:
        return None
    return Wishes(
        channels=tuple(map(ContactChannel, row.wished_channels)),
        languages=tuple(row.wished_languages),
        reading_comfort=ReadingComfort(row.wished_reading_comfort),
        wants_interpreter=row.wished_wants_interpreter,
        interpreter_mode=row.wished_interpreter_mode,
        reachable=week_of(row.wished_reachable_hours),
        blocked=tuple(_period(one) for one in row.wished_blocked_periods),
        digital_access=DigitalAccess(row.wished_digital_access),
        has_urgent_phone=row.wished_urgent,
        frequency=Frequency(row.wished_frequency),
        at_once=_topics(row.wished_topics_at_once),
        in_summary=_topics(row.wished_topics_in_summary),
    )


def _period(kept: dict[str, str]) -> Period:
    return Period(date.fromisoformat(kept["starts_on"]), date.fromisoformat(kept["ends_on"]))


def _topics(lines: Iterable[str]) -> frozenset[Topic]:
    return frozenset(topic for line in lines if (topic := topic_of(line)))
