"""What the lines and colours of the mind map mean, in one line or several."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from domain.catalogue.drawing.arrows import INFORMS, LEADS, RETURNS, Pen, arrow
from domain.catalogue.drawing.cards import COLOURS, tick
from domain.catalogue.drawing.lettering import width
from domain.catalogue.drawing.svg import element, written
from domain.catalogue.drawing.words import DONE, LEADS_TO, NEXT_TIME, PHASES
from domain.catalogue.drawing.words import INFORMS as HELPS_DECIDE

SIZE = 12
LINE = 22
_SAMPLE, _SPACE = 28.0, 18.0
_TICK = "tick"


def legend(
    language: str, left: float, right: float, top: float, *, is_begun: bool = False
) -> tuple[list[Element], float]:
    """The legend between left and right, and where it ends; once something is done, it says how that looks."""
    x, y, drawn = left, top, []
    for words, sample in _entries(language, is_begun=is_begun):
        needed = _SAMPLE + 6 + width(words, SIZE)
        if x > left and x + needed > right:
            x, y = left, y + LINE
        drawn += [*_sample(sample, x, y), written(words, x + _SAMPLE + 6, y + 4, SIZE)]
        x += needed + _SPACE
    return drawn, y + LINE / 2


def _entries(language: str, *, is_begun: bool) -> Iterator[tuple[str, Pen | str]]:
    for pen, said in ((LEADS, LEADS_TO), (INFORMS, HELPS_DECIDE), (RETURNS, NEXT_TIME)):
        yield said.words(language), pen
    for phase, said in PHASES.items():
        yield said.words(language), phase
    if is_begun:
        yield DONE.words(language), _TICK


def _sample(sample: Pen | str, x: float, y: float) -> list[Element]:
    if isinstance(sample, Pen):
        return arrow([(x, y), (x + _SAMPLE, y)], sample)
    if sample == _TICK:
        return tick((x + _SAMPLE / 2, y))
    colours = next(colours for phase, colours in COLOURS.items() if phase == sample)
    box = {"x": x + 4, "y": y - 7, "width": _SAMPLE - 4, "height": 14, "rx": 5}
    return [element("rect", **box, **colours.ground)]
