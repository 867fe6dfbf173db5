"""The mind map for a page: the root on top, steps in rows below it, arrows from row to row."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import fmean
from typing import NamedTuple
from xml.etree.ElementTree import Element

from domain.catalogue.drawing.arrows import GROWS, HEAD, RETURNS, arrow, flow, head, pen_of
from domain.catalogue.drawing.cards import card, height_of
from domain.catalogue.drawing.layers import Layers, folded
from domain.catalogue.drawing.legend import legend
from domain.catalogue.drawing.root import HEIGHT as ROOT_HEIGHT
from domain.catalogue.drawing.root import root
from domain.catalogue.drawing.sketch import Link, Sketch
from domain.catalogue.drawing.spread import Wish, spread
from domain.catalogue.drawing.svg import Box, Point, written
from domain.catalogue.drawing.words import NEXT_TIME

WIDTH = 840.0
LEFT, RIGHT = 48.0, 824.0
"""Between these stand the cards; left of them the way back."""
LANE = 30.0
TOP = 14.0
ROW_GAP, SIDE_GAP = 40.0, 18.0
WIDEST_CARD, PASSAGE = 380.0, 8.0
BESIDE = 3
"""How many single steps at the end stand side by side."""
_SWEEPS = 16


class Page(NamedTuple):
    """Where everything stands: a box for each step, and for each passing place one without width."""

    sketch: Sketch
    layers: Layers
    boxes: Mapping[str, Box]

    @property
    def bottom(self) -> float:
        return max(box.bottom for box in self.boxes.values())

    def in_row(self, link: Link) -> bool:
        """It leads to a step beside its own."""
        return self.boxes[link.origin].top == self.boxes[link.target].top


def drawn_wide(sketch: Sketch, layers: Layers, language: str) -> tuple[Point, list[Element]]:
    """The size of the picture, and what stands in it."""
    layers = folded(layers, BESIDE)
    page = Page(sketch, layers, _boxes(sketch, layers))
    trunk = root(sketch.title, Box(LEFT, TOP, RIGHT - LEFT, ROOT_HEIGHT))
    explained, end = legend(language, LEFT, RIGHT, page.bottom + ROW_GAP + 8, is_begun=sketch.is_begun)
    steps = [key for row in layers.rows for key in row if key in sketch.steps]
    cards = [card(sketch.steps[key], number, page.boxes[key]) for number, key in enumerate(steps, 1)]
    lines = [*_branches(page), *_arrows(page), *_returns(page, language)]
    return (WIDTH, end + TOP), [*lines, trunk, *cards, *explained]


def _boxes(sketch: Sketch, layers: Layers) -> dict[str, Box]:
    widths = {place: width for row in layers.rows for place, width in _widths(row, sketch).items()}
    middles = _middles(layers, widths)
    boxes, top = {}, TOP + ROOT_HEIGHT + ROW_GAP
    for row in layers.rows:
        height = max(height_of(sketch.steps[key], widths[key]) for key in row if key in sketch.steps)
        for place in row:
            boxes[place] = Box(middles[place] - widths[place] / 2, top, widths[place], height)
        top += height + ROW_GAP
    return boxes


def _widths(row: Sequence[str], sketch: Sketch) -> dict[str, float]:
    """Cards of a row are equally wide; passing places are narrow."""
    cards = sum(place in sketch.steps for place in row)
    room = RIGHT - LEFT - (len(row) - 1) * SIDE_GAP - (len(row) - cards) * PASSAGE
    each = min(WIDEST_CARD, room / cards)
    return {place: each if place in sketch.steps else PASSAGE for place in row}


def _middles(layers: Layers, widths: Mapping[str, float]) -> dict[str, float]:
    """Each place near the mean of those it is linked to; ways that pass by stay straight above all."""
    passing = {place for chain in layers.chains.values() for place in chain[1:-1]}
    beside = _neighbours(layers)
    middles = dict.fromkeys(widths, (LEFT + RIGHT) / 2)
    for sweep in range(_SWEEPS):
        for row in layers.rows if sweep % 2 == 0 else reversed(layers.rows):
            wished = [fmean([middles[one] for one in beside[place]] or [middles[place]]) for place in row]
            wishes = [
                Wish(wish, widths[place], 4.0 if place in passing else 1.0)
                for wish, place in zip(wished, row, strict=True)
            ]
            middles |= zip(row, spread(wishes, SIDE_GAP, LEFT, RIGHT), strict=True)
    return middles


def _neighbours(layers: Layers) -> dict[str, list[str]]:
    """The places in the rows above and below to which each is linked."""
    row_of = {place: number for number, row in enumerate(layers.rows) for place in row}
    beside: dict[str, list[str]] = {place: [] for place in row_of}
    for upper, lower in (pair for chain in layers.chains.values() for pair in pairwise(chain)):
        if row_of[upper] != row_of[lower]:
            beside[upper].append(lower)
            beside[lower].append(upper)
    return beside


def _ports(page: Page, key: str, *, below: bool) -> dict[Link, float]:
    """Where each arrow of a step leaves or comes in: side by side, in the order of where it goes or comes from."""
    chains = {link: chain for link, chain in page.layers.chains.items() if not page.in_row(link)}
    ends = {link: chain[1 if below else -2] for link, chain in chains.items() if link[not below] == key}
    aims = {link: page.boxes[place].middle for link, place in ends.items()}
    aims |= {link: 0.0 for link in page.sketch.returns if link[not below] == key}
    box, ordered = page.boxes[key], sorted(aims, key=lambda link: aims[link])
    return {link: box.left + box.width * place / (len(ordered) + 1) for place, link in enumerate(ordered, 1)}


def _branches(page: Page) -> Iterator[Element]:
    """From the root to every step that nothing comes before."""
    for key in page.layers.rows[0]:
        box = page.boxes[key]
        yield flow([((LEFT + RIGHT) / 2, TOP + ROOT_HEIGHT), (box.middle, box.top)], GROWS)


def _arrows(page: Page) -> Iterator[Element]:
    for link, chain in page.layers.chains.items():
        start, end, pen = page.boxes[link.origin], page.boxes[link.target], pen_of(firm=link.firm)
        if page.in_row(link):
            yield from arrow([(start.right, start.centre), (end.left, end.centre)], pen)
            continue
        points = [(_ports(page, link.origin, below=True)[link], start.bottom)]
        for place in chain[1:-1]:
            box = page.boxes[place]
            points += [(box.middle, box.top), (box.middle, box.bottom)]
        tip = _ports(page, link.target, below=False)[link], end.top
        yield flow([*points, (tip[0], tip[1] - HEAD + 1)], pen)
        yield head(tip, (0, 1), pen)


def _returns(page: Page, language: str) -> Iterator[Element]:
    """Down, along the left side up, and into the earlier step from above."""
    for link in page.sketch.returns:
        start, end = page.boxes[link.origin], page.boxes[link.target]
        out, into = _ports(page, link.origin, below=True)[link], _ports(page, link.target, below=False)[link]
        low, high = start.bottom + ROW_GAP / 2, end.top - ROW_GAP / 2
        yield from arrow(
            [(out, start.bottom), (out, low), (LANE, low), (LANE, high), (into, high), (into, end.top)], RETURNS
        )
        x, y = LANE - 9, (low + high) / 2
        turned = {"transform": f"rotate(-90 {x:.1f} {y:.1f})", "text_anchor": "middle"}
        yield written(NEXT_TIME.words(language), x, y, 12, fill=RETURNS.colour, font_weight="bold", **turned)
