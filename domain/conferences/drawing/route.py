"""A family's route as a picture for a phone: talk under talk, with the way between. Nothing of another family (R20)."""

from collections.abc import Iterator

from domain.conferences.drawing.route_told import Stop, stops, told
from domain.conferences.drawing.route_words import NOTHING, TITLE
from domain.conferences.models.timetables.read import FamilyTimetable
from domain.kernel.svg import INK, SOFT, Block, at, document, element, paragraph, stacked
from domain.kernel.text import pick

ACROSS, MARGIN, SIDE = 340, 10, 26
"""As wide as a narrow phone, with the margins; beside the line of the route stands what is said."""


def route_picture(timetable: FamilyTimetable, language: str) -> str:
    """The SVG; who does not see it reads the same in its description."""
    name = timetable.name if isinstance(timetable.name, str) else pick(timetable.name, language)
    title, route = TITLE.words(language, {"name": name}), list(stops(timetable.talks, language))
    drawn = [_stop(one) for one in route] or [paragraph(NOTHING.words(language), ACROSS, 14, fill=INK)]
    said = " ".join(map(told, route)) or NOTHING.words(language)
    whole = stacked(paragraph(title, ACROSS, 17, fill=INK, font_weight="bold"), *drawn, gap=8)
    full = whole._replace(width=ACROSS)
    return document(full, MARGIN, language, title=title, told=said, of=timetable.family_id)


def _stop(stop: Stop) -> Block:
    said = stacked(*_texts(stop), gap=2)
    beside = at(SIDE, 0, said.markup) + _dot() + (_way(said.height) if stop.way else "")
    day = [paragraph(stop.day, ACROSS, 15, fill=INK)] if stop.day else []
    return stacked(*day, Block(ACROSS, said.height, beside), gap=6)


def _texts(stop: Stop) -> Iterator[Block]:
    width = ACROSS - SIDE
    yield paragraph(stop.time, width, 16, fill=INK, font_weight="bold")
    yield from (paragraph(one, width, 14, fill=INK) for one in stop.lines)
    if stop.way:
        yield paragraph(stop.way, width, 13, fill=SOFT, font_style="italic")


def _dot() -> str:
    return element("circle", cx=9, cy=10, r=6, fill=INK)


def _way(height: float) -> str:
    return element("path", d=f"M9 20V{height + 6:.0f}", stroke=SOFT, stroke_width=2, stroke_dasharray="4 4")
