"""An evening as a picture: teachers as rows, time from left to right, talks as bars. Shapes and letters say what is
what; grey only helps."""

from collections.abc import Iterator
from itertools import groupby

from domain.conferences.drawing.evening_bars import ROW, Axis, bars, scale, sign
from domain.conferences.drawing.evening_told import Telling
from domain.conferences.drawing.evening_words import AWAY, FREE, INTERPRETED, NO_PLACE, PAUSE, TALK
from domain.conferences.models.timetables.read import EveningPerson, EveningTimetable, SessionRead
from domain.kernel.svg import INK, SOFT, Block, at, document, element, line, paragraph, stacked

NAME, MARGIN = 190, 10
HALF_A_TIME = 14
"""The last time on the scale stands half beyond it."""
ROWS_TOGETHER = 30
"""So many rows on, the times stand there again."""


def evening_picture(evening: EveningTimetable, session: SessionRead, language: str) -> str:
    """The SVG of one session."""
    axis, telling = Axis.of(session), Telling(evening, session, language)
    parts = [*_heading(telling, axis), *_buildings(evening, axis, telling)]
    return document(
        stacked(*parts, gap=6),
        MARGIN,
        language,
        title=telling.title,
        told=telling.summary,
        of=session.id,
        role="graphics-document",
    )


def _heading(telling: Telling, axis: Axis) -> Iterator[Block]:
    width = NAME + axis.width
    yield paragraph(telling.title, width, 17, 2, fill=INK, font_weight="bold")
    yield _legend(telling.language, width)


def _buildings(evening: EveningTimetable, axis: Axis, telling: Telling) -> Iterator[Block]:
    """Each building with those who sit there; nobody is left out who is there without talks."""
    for place, those in groupby(evening.staff, key=lambda one: one.location):
        staff = list(those)
        name = place or NO_PLACE.words(telling.language)
        yield paragraph(name, NAME + axis.width, 13, 1, fill=INK, font_weight="bold")
        for first in range(0, len(staff), ROWS_TOGETHER):
            yield _rows(staff[first : first + ROWS_TOGETHER], axis, telling)


def _rows(staff: list[EveningPerson], axis: Axis, telling: Telling) -> Block:
    height = ROW * len(staff)
    drawn = "".join(at(0, ROW * place, _row(one, axis, telling)) for place, one in enumerate(staff))
    inside = at(NAME, 0, scale(axis, height)) + element("g", drawn, role="list")
    return Block(NAME + axis.width + HALF_A_TIME, height + 16, at(0, 16, inside))


def _row(one: EveningPerson, axis: Axis, telling: Telling) -> str:
    """A row; who does not see it hears the times in order."""
    name = line(_shortened(f"{one.family_name} {one.given_name}", 26), 0, 13, 11, fill=INK)
    rooms = line(_shortened(", ".join(one.rooms), 34), 0, 23, 8.5, fill=SOFT)
    label = {"aria-label": telling.row(one)}
    return element("g", name, rooms, at(NAME, 0, bars(one, axis, telling)), role="listitem", **label)


def _legend(language: str, width: float) -> Block:
    """What the shapes say."""
    keys = {"talk": TALK, "away": AWAY, "interpreted": INTERPRETED, "break": PAUSE, "free": FREE}
    drawn, x = "", 0.0
    for kind, message in keys.items():
        said = message.words(language)
        drawn += at(x, 0, sign(kind, 34)) + line(said, x + 40, 15, 11, fill=INK)
        x += 56 + 6.2 * len(said)
    return Block(max(width, x), ROW, drawn)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
