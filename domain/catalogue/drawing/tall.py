"""The mind map for a phone: one column of cards, with the ways between them in lanes at its sides."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from domain.catalogue.drawing.arrows import GROWS, RETURNS, arrow, pen_of
from domain.catalogue.drawing.cards import card, height_of
from domain.catalogue.drawing.layers import Layers
from domain.catalogue.drawing.legend import legend
from domain.catalogue.drawing.root import HEIGHT as ROOT_HEIGHT
from domain.catalogue.drawing.root import root
from domain.catalogue.drawing.sketch import Link, Sketch
from domain.catalogue.drawing.svg import Box, Point, line, written
from domain.catalogue.drawing.words import NEXT_TIME

WIDTH = 360.0
EDGE, TOP = 8.0, 12.0
GAP = 24.0
LANE = 8.0
"""From lane to lane."""
ARROW_ROOM = 14.0
"""From the nearest lane to the cards."""
BACK_ROOM = 30.0
"""Right of the cards, for the way back and its word."""
PORT = 11.0


class Column(NamedTuple):
    """The steps from top to bottom, and in which lane the ways go that pass by others."""

    sketch: Sketch
    order: Sequence[str]
    lanes: Mapping[tuple[str, bool], int]
    boxes: Mapping[str, Box]

    @property
    def left(self) -> float:
        return next(iter(self.boxes.values())).left

    @property
    def bottom(self) -> float:
        return self.boxes[self.order[-1]].bottom


def drawn_tall(sketch: Sketch, layers: Layers, language: str) -> tuple[Point, list[Element]]:
    """The size of the picture, and what stands in it."""
    order = [key for row in layers.rows for key in row if key in sketch.steps]
    lanes = _lanes(sketch, order)
    left = EDGE + (max(lanes.values(), default=0) + 1) * LANE + ARROW_ROOM
    column = Column(sketch, order, lanes, _boxes(sketch, order, left))
    trunk = root(sketch.title, Box(left, TOP, WIDTH - BACK_ROOM - left, ROOT_HEIGHT))
    first, last = column.boxes[order[0]], column.boxes[order[len(layers.rows[0]) - 1]]
    stem = line((first.middle, TOP + ROOT_HEIGHT), (last.middle, last.top), **GROWS.strokes)  # goes on behind the cards
    explained, end = legend(language, EDGE, WIDTH - EDGE, column.bottom + GAP + 4, is_begun=sketch.is_begun)
    cards = [card(sketch.steps[key], number, column.boxes[key]) for number, key in enumerate(order, 1)]
    lines = [stem, *_arrows(column), *_returns(column, language)]
    return (WIDTH, end + TOP), [*lines, trunk, *cards, *explained]


def _boxes(sketch: Sketch, order: Sequence[str], left: float) -> dict[str, Box]:
    boxes, top, width = {}, TOP + ROOT_HEIGHT + GAP, WIDTH - BACK_ROOM - left
    for key in order:
        boxes[key] = Box(left, top, width, height_of(sketch.steps[key], width))
        top += boxes[key].height + GAP
    return boxes


def _passes(link: Link, order: Sequence[str]) -> bool:
    """It goes past at least one other step."""
    return order.index(link.target) - order.index(link.origin) > 1


def _lanes(sketch: Sketch, order: Sequence[str]) -> dict[tuple[str, bool], int]:
    """Ways of one kind from one step share a lane; a lane serves the next way once it is free. The first is nearest."""
    ends: dict[tuple[str, bool], int] = {}
    for link in sketch.links:
        if _passes(link, order):
            way = (link.origin, link.firm)
            ends[way] = max(ends.get(way, 0), order.index(link.target))
    free: list[int] = []
    lanes = {}
    for way in sorted(ends, key=lambda way: (order.index(way[0]), ends[way])):
        start = order.index(way[0])
        lane = next((number for number, until in enumerate(free) if until < start), len(free))
        free[lane : lane + 1] = [ends[way]]
        lanes[way] = lane
    return lanes


def _arrows(column: Column) -> Iterator[Element]:
    for link in column.sketch.links:
        start, end, pen = column.boxes[link.origin], column.boxes[link.target], pen_of(firm=link.firm)
        if not _passes(link, column.order):
            yield from arrow([(start.middle, start.bottom), (end.middle, end.top)], pen)
            continue
        lane = column.left - ARROW_ROOM - LANE * column.lanes[link.origin, link.firm]
        out, into = start.bottom - PORT * (1.5 + _leaving(link, column)), end.top + PORT * (1.5 + _coming(link, column))
        yield from arrow([(start.left, out), (lane, out), (lane, into), (end.left, into)], pen)


def _leaving(link: Link, column: Column) -> int:
    """Which of the ways out of its step it takes, from below."""
    return sorted({one[1] for one in column.lanes if one[0] == link.origin}).index(link.firm)


def _coming(link: Link, column: Column) -> int:
    """Which of the ways into its step it is, from above: those of outer lanes come in higher."""
    coming = [one for one in column.sketch.links if one.target == link.target and _passes(one, column.order)]
    ordered = sorted(coming, key=lambda one: -column.lanes[one.origin, one.firm])
    return ordered.index(link)


def _returns(column: Column, language: str) -> Iterator[Element]:
    """Along the right side up to the earlier step."""
    for link in column.sketch.returns:
        start, end, lane = column.boxes[link.origin], column.boxes[link.target], WIDTH - BACK_ROOM + 12
        low, high = start.top + 2 * PORT, end.top + 2 * PORT
        yield from arrow([(start.right, low), (lane, low), (lane, high), (end.right, high)], RETURNS)
        x, y = lane + 6, (low + high) / 2
        turned = {"transform": f"rotate(90 {x:.1f} {y:.1f})", "text_anchor": "middle"}
        yield written(NEXT_TIME.words(language), x, y, 12, fill=RETURNS.colour, font_weight="bold", **turned)
