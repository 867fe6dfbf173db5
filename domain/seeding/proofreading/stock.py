"""What the library has, form by form."""

from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any, NamedTuple

from domain.kernel.text import LANGUAGES
from domain.seeding.checks import Content
from domain.seeding.proofreading.readability import Score
from domain.seeding.proofreading.sheets import form_of


class Stock(NamedTuple):
    """What there is for one form of conversation: questions by audience, points of its checklist by phase, tips and
    examples from practice, materials; the languages that all of it is in; and how half of its texts read at least."""

    form: str
    questions: Counter[str]
    points: Counter[str]
    tips: int
    materials: int
    languages: list[str]
    readability: float | None


def stock_of(content: Content, scores: list[Score]) -> list[Stock]:
    """In the order of the files."""
    return [_stock(form.key, content, scores) for form in content["meeting-types"]]


def _stock(form: str, content: Content, scores: list[Score]) -> Stock:
    def about(shelf: str) -> list[Any]:
        return [piece.fields for piece in content[shelf] if form_of(shelf, piece) == form]

    mine = [score.score for score in scores if score.form == form]
    return Stock(
        form,
        questions=Counter(str(question.audience) for question in about("questions")),
        points=Counter(str(point.phase) for checklist in about("checklists") for point in checklist.points),
        tips=len(about("tips")),
        materials=sum(form in piece.fields.meeting_types for piece in content["materials"]),
        languages=_languages(form, content),
        readability=median(mine) if mine else None,
    )


def _languages(form: str, content: Content) -> list[str]:
    texts = list(_texts(form, content))
    return [language for language in LANGUAGES if all(language in words for words in texts)]


def _texts(form: str, content: Content) -> Iterator[dict[str, str]]:
    for shelf, pieces in content.items():
        for piece in pieces:
            if form_of(shelf, piece) == form:
                yield from (said.words for said in piece.entry.texts)
