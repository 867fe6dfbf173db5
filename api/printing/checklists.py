"""A checklist on paper: to tick, and in its blank form to fill in."""

from itertools import groupby
from typing import Any

from api.printing.words import Words
from domain.catalogue.models import Phase
from domain.catalogue.queries import Variant

OWN_LINES = 3
"""How many lines there are for actions, and as many for questions, in each phase of a blank checklist."""


def checklist_page(words: Words, read: dict[str, Any], variant: Variant) -> dict[str, Any]:
    """What the template needs, from a checklist as the API gives it with all languages."""
    points = {phase: list(those) for phase, those in groupby(read["points"], key=lambda point: point["phase"])}
    return {
        "title": words.picked(read["title"]),
        "intro": words.picked(read["intro"]),
        "words": words.labels("essential", "example", "tip", "own_actions", "own_questions", "colon"),
        "own_lines": OWN_LINES if variant == "blank" else 0,
        "phases": [
            {"name": words.label(phase), "points": [_point(words, point) for point in points.get(phase, [])]}
            for phase in Phase
        ],
    }


def _point(words: Words, point: dict[str, Any]) -> dict[str, Any]:
    texts = {name: words.picked(point.get(name)) for name in ("text", "example", "tip")}
    return texts | {"essential": point["essential"]}
