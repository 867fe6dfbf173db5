"""A step of the mind map as a card: its number and label, and its ideas as leaves on a twig."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from domain.catalogue.drawing.lettering import wrapped
from domain.catalogue.drawing.sketch import Step
from domain.catalogue.drawing.svg import Box, Point, element, group, line, written
from domain.catalogue.models import Phase

LABEL, WORD = 15, 13
"""Sizes of letters."""
LINE = 17
BADGE = 11
"""Radius of the number's disc."""
PAD = 10
TWIG = 12
"""From a twig to its word."""
TWO_COLUMNS_FROM = 300
DONE_COLOUR = "#14532d"


class Colours(NamedTuple):
    """Of a card: soft behind words, dark enough before them; how light and how thick the frame also tell in grey."""

    soft: str
    edge: str
    dark: str
    frame: float = 1.0

    @property
    def ground(self) -> dict[str, object]:
        return {"fill": self.soft, "stroke": self.edge, "stroke_width": self.frame}


COLOURS: dict[Phase | None, Colours] = {
    Phase.BEFORE: Colours("#eff5fc", "#5b86b8", "#1f4e7f"),
    Phase.DURING: Colours("#c4e3cb", "#4f9160", "#1f5a2e"),
    Phase.AFTER: Colours("#fdecd0", "#b57f38", "#74470a", 3.0),
    None: Colours("#f2f2f2", "#868686", "#444444"),
}


def _columns(words: Sequence[str], width: float) -> list[list[list[str]]]:
    """The lines of each word, in one column or in two that are as short as can be."""
    several = width >= TWO_COLUMNS_FROM and len(words) > 1
    room = (width - PAD) / (1 + several) - PAD - TWIG
    lines = [wrapped(word, room, WORD) for word in words]
    splits = [[lines[:place], lines[place:]] for place in range(len(lines) - 1, 0, -1)]
    return min(splits, key=_longest) if several else [lines]


def _longest(columns: Sequence[Sequence[Sequence[str]]]) -> int:
    return max(sum(map(len, column)) for column in columns)


def _label(step: Step, width: float) -> list[str]:
    return wrapped(step.label, width - 3 * PAD - 2 * BADGE, LABEL, bold=True)


def height_of(step: Step, width: float) -> float:
    """What a card of this width needs."""
    return _head_height(step, width) + _longest(_columns(step.words, width)) * LINE + PAD


def _head_height(step: Step, width: float) -> float:
    return PAD + max(2 * BADGE, len(_label(step, width)) * (LABEL + 3))


def card(step: Step, number: int, box: Box) -> Element:
    """The card in its box."""
    colours = COLOURS[step.phase]
    frame = element("rect", x=box.left, y=box.top, width=box.width, height=box.height, rx=12, **colours.ground)
    mark = tick((box.right - BADGE / 2, box.top + BADGE / 2)) if step.is_done else []
    return group([frame, *_head(step, number, box, colours), *_leaves(step, box, colours), *mark], id=step.key)


def tick(middle: Point) -> list[Element]:
    """A disc with a tick: this is done. Its shape tells it, whatever the colours."""
    x, y = middle
    disc = element("circle", cx=x, cy=y, r=BADGE, fill=DONE_COLOUR, stroke="#ffffff", stroke_width=2)
    strokes: dict[str, Any] = {
        "stroke": "#ffffff",
        "stroke_width": 2.5,
        "stroke_linecap": "round",
        "stroke_linejoin": "round",
    }
    return [disc, line((x - 5, y + 0.5), (x - 1.5, y + 4), (x + 5, y - 3.5), **strokes)]


def _head(step: Step, number: int, box: Box, colours: Colours) -> Iterator[Element]:
    x, y = box.left + PAD + BADGE, box.top + PAD + BADGE
    yield element("circle", cx=x, cy=y, r=BADGE, fill=colours.dark)
    yield written(str(number), x, y + 4.5, WORD, fill="#ffffff", font_weight="bold", text_anchor="middle")
    for place, words in enumerate(_label(step, box.width)):
        yield written(words, x + BADGE + PAD, y + 5.5 + place * (LABEL + 3), LABEL, font_weight="bold")


def _leaves(step: Step, box: Box, colours: Colours) -> Iterator[Element]:
    top = box.top + _head_height(step, box.width)
    columns = _columns(step.words, box.width)
    for place, column in enumerate(columns):
        left = box.left + PAD + 5 + place * (box.width - PAD) / len(columns)
        y, twigs = top, []
        for lines in column:
            twigs.append(y + LINE - 5)
            for words in lines:
                y += LINE
                yield written(words, left + TWIG, y, WORD)
        for height in twigs:
            yield line((left, top + 3), (left, height), (left + TWIG - 4, height), bend=5.0, stroke=colours.edge)
