"""Lines between cards: what leads somewhere, what only informs, what comes back, and what grows from the root."""

from itertools import pairwise
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from domain.catalogue.drawing.svg import Point, element, line

HEAD = 8
"""Length of the head of an arrow."""
BEND = 8.0


class Pen(NamedTuple):
    """How a line is drawn."""

    colour: str
    width: float
    dashes: str = "none"

    @property
    def strokes(self) -> dict[str, Any]:
        return {"stroke": self.colour, "stroke_width": self.width, "stroke_dasharray": self.dashes}


LEADS = Pen("#37475a", 2.0)
INFORMS = Pen("#5d6b7b", 1.2, "4 4")
RETURNS = Pen("#8a2f5d", 2.6)
GROWS = Pen("#b9c6d5", 5.0)


def pen_of(*, firm: bool) -> Pen:
    return LEADS if firm else INFORMS


def head(tip: Point, towards: Point, pen: Pen) -> Element:
    """The head of an arrow with its tip here, pointing (across, down)."""
    across, down = towards
    half = HEAD * 0.5
    back = tip[0] - across * HEAD, tip[1] - down * HEAD
    one, other = (back[0] + down * half, back[1] + across * half), (back[0] - down * half, back[1] - across * half)
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (tip, one, other))
    return element("polygon", points=points, fill=pen.colour)


def arrow(points: list[Point], pen: Pen) -> list[Element]:
    """An arrow along straight lines with soft corners."""
    (before_x, before_y), (x, y) = points[-2:]
    length = max(abs(x - before_x), abs(y - before_y), 0.001)
    towards = ((x - before_x) / length, (y - before_y) / length)
    neck = x - towards[0] * (HEAD - 1), y - towards[1] * (HEAD - 1)
    return [line(*points[:-1], neck, bend=BEND, **pen.strokes), head((x, y), towards, pen)]


def flow(points: list[Point], pen: Pen) -> Element:
    """A line that leaves each point downwards and comes in from above, straight where it goes straight down."""
    path = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for (x, y), (next_x, next_y) in pairwise(points):
        half = (y + next_y) / 2
        path.append(f"C{x:.1f} {half:.1f} {next_x:.1f} {half:.1f} {next_x:.1f} {next_y:.1f}")
    return element("path", d=" ".join(path), fill="none", **pen.strokes)
