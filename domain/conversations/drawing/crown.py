"""The crown: the chosen cards as leaves, in the order of choosing."""

from domain.catalogue.pictograms import SIZE, pictograms
from domain.conversations.drawing.colours import CROWN, CROWN_EDGE, LEAF
from domain.conversations.drawing.words import NO_CARD, PEOPLE
from domain.conversations.models.board_picture import BoardShown, CardShown
from domain.kernel.svg import INK, SOFT, Block, at, element, line, paragraph, side_by_side, stacked
from domain.kernel.text import pick

LEAF_WIDTH, GAP, PICTURE = 72, 3, 44
EDGE = 11
"""How far the foliage reaches around the leaves."""
TUFT = 24


def crown(board: BoardShown, language: str, width: float) -> Block:
    """The leaves in rows, with foliage around them."""
    across = int((width - 2 * EDGE + GAP) // (LEAF_WIDTH + GAP))
    leaves = [_leaf(number, card, language) for number, card in enumerate(board.cards, 1)]
    rows = [side_by_side(*leaves[first : first + across], gap=GAP) for first in range(0, len(leaves), across)]
    inside = stacked(*(_centred(row, width - 2 * EDGE) for row in rows), gap=GAP)
    if not leaves:
        inside = paragraph(pick(NO_CARD, language), width - 2 * EDGE, 12, centred=True, fill=INK)
    height = max(inside.height, 60) + 2 * EDGE
    return Block(width, height, _foliage(width, height) + at(EDGE, (height - inside.height) / 2, inside.markup))


def _leaf(number: int, card: CardShown, language: str) -> Block:
    room = LEAF_WIDTH - 8
    texts = stacked(
        _chosen(number, pick(PEOPLE[card.chosen_by], language), room),
        Block(room, PICTURE, at((room - PICTURE) / 2, 0, _drawing(card.pictogram))),
        paragraph(card.name, room, 10, 4, centred=True, fill=INK, font_weight="bold"),
        paragraph(card.note or "", room, 9.5, 4, centred=True, fill=INK, font_style="italic"),
        gap=2,
    )
    height = texts.height + 10
    outline = f"M14 0H{LEAF_WIDTH - 3}q3 0 3 3V{height - 14:.1f}q0 14 -14 14H3q-3 0 -3 -3V14q0 -14 14 -14z"
    shape = element("path", d=outline, fill=LEAF, stroke=CROWN_EDGE, stroke_width=1.5)
    return Block(LEAF_WIDTH, height, shape + at(4, 5, texts.markup))


def _chosen(number: int, who: str, width: float) -> Block:
    """Which card it was, and whose choice."""
    badge = element("circle", cx=4, cy=7, r=8, fill=CROWN_EDGE)
    figure = line(str(number), 4, 10.5, 10, fill=LEAF, text_anchor="middle", font_weight="bold")
    by = paragraph(who, width - 12, 9.5, 2, centred=True, fill=SOFT)
    return Block(width, max(16, by.height), badge + figure + at(12, 1, by.markup))


def _drawing(name: str) -> str:
    scale = PICTURE / SIZE
    pen = {"fill": "none", "stroke": "currentColor", "stroke_linecap": "round", "stroke_linejoin": "round"}
    drawing = pictograms()[name].drawing
    return element("g", drawing, transform=f"scale({scale:.3f})", color=INK, stroke_width=4, **pen)


def _centred(block: Block, width: float) -> Block:
    return Block(width, block.height, at((width - block.width) / 2, 0, block.markup))


def _foliage(width: float, height: float) -> str:
    """Round tufts along the edge; drawn twice, so that only the outer edge is left of their outlines."""
    xs, ys = _spread(TUFT, width - TUFT), _spread(TUFT, height - TUFT)
    tufts = [(x, y) for x in xs for y in (ys[0], ys[-1])] + [(x, y) for x in (xs[0], xs[-1]) for y in ys[1:-1]]
    edge = "".join(element("circle", cx=x, cy=y, r=TUFT) for x, y in tufts)
    fill = "".join(element("circle", cx=x, cy=y, r=TUFT - 1.5) for x, y in tufts)
    inner = element("rect", x=TUFT, y=TUFT, width=width - 2 * TUFT, height=height - 2 * TUFT)
    return element("g", edge, fill=CROWN_EDGE) + element("g", fill, inner, fill=CROWN)


def _spread(first: float, last: float) -> list[float]:
    """Places from first to last, so close that tufts overlap well."""
    steps = max(1, round((last - first) / (1.3 * TUFT)))
    return [first + (last - first) * step / steps for step in range(steps + 1)]
