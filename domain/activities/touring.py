"""A tour as its team reads it, from what is known of it."""

import json
from typing import Any

from domain.activities.models.tour_stops import TourStopRead
from domain.activities.models.tours import TourFacts
from domain.activities.rules.tour_groups import groups_of
from domain.activities.rules.tours import tour_findings
from domain.kernel.rule import reading
from domain.kernel.text import pick

SIDES = 5
"""Of the six sides of a die; the last one is blank."""


def tour_of(facts: TourFacts, language: str) -> str:
    """A `TourRead` as JSON in this language: groups, the sides of the die, and what still misses."""
    groups = [group for moment in facts.moments for group in groups_of(facts.guides, moment.id)]
    plain = facts.model_dump(mode="json", include={"id", "moments", "guides"})
    said = {
        **plain,
        "stops": [_said(stop, language) for stop in facts.stops],
        "groups": [group.model_dump(mode="json") for group in groups],
        "minutes": sum(stop.minutes for stop in facts.stops),
        "die": [_picked(side.text, language) for side in facts.questions[:SIDES]],
        "findings": [reading(found.record(), language) for found in tour_findings(facts)],
    }
    return json.dumps(said, ensure_ascii=False)


def _said(stop: TourStopRead, language: str) -> dict[str, Any]:
    words = _picked(stop.words, language) if stop.words else None
    return {**stop.model_dump(mode="json"), "name": _picked(stop.name, language), "words": words}


def _picked(text: Any, language: str) -> str:
    return pick(dict(text), language)
