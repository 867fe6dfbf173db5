"""The card of a communication plan: one page with pictograms."""

from typing import Any

from api.printing.pictures import picture
from api.printing.words import Words
from domain.plans.models.cards import PlanSummary, SummaryLine

LONGEST = 240
"""Signs of one line: a card is looked at, the plan itself is read."""


def plan_card_page(words: Words, summary: PlanSummary) -> dict[str, Any]:
    """What the template needs."""
    return {
        "title": summary.title,
        "about": words.written(words.label("about", student=summary.student)),
        "school": words.written(f"{summary.school}, {summary.school_year}"),
        "review": summary.review,
        "words": words.labels("colon"),
        "sections": [
            {"title": words.written(one.title), "lines": [_line(words, line) for line in one.lines]}
            for one in summary.sections
        ],
    }


def _line(words: Words, line: SummaryLine) -> dict[str, Any]:
    short = line.said if len(line.said) <= LONGEST else f"{line.said[:LONGEST].rstrip()}…"
    return {
        "name": words.written(line.name),
        "said": words.written(short),
        "picture": line.pictogram and picture(words, line.pictogram),
    }
