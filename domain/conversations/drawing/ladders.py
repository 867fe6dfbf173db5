"""The trunk with its two ladders, and the pawns on their rungs: nothing is counted, added or compared."""

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.drawing.colours import BARK, BARK_EDGE
from domain.conversations.drawing.words import PEOPLE
from domain.conversations.models.board import Place
from domain.conversations.models.board_picture import BoardShown, LadderShown, PawnShown, RungShown
from domain.kernel.svg import INK, PAPER, Block, at, element, line, paragraph, side_by_side, stacked
from domain.kernel.text import pick

LADDER_WIDTH, GAP, RAIL = 164, 12, 5
PAWN, PAWN_STEP = 24, 27
LABEL = 11
ROOTS = 26
ROOM = LADDER_WIDTH - 2 * (RAIL + 3)
"""For words and pawns, between the rails."""


def trunk(board: BoardShown, language: str, width: float) -> Block:
    """The ladders side by side, or one under the other where there is no room."""
    step = max(_words(rung).height for ladder in board.ladders for rung in ladder.levels) + PAWN + 8
    ladders = [_ladder(one, board.pawns, language, step) for one in board.ladders]
    beside = side_by_side(*ladders, gap=GAP)
    inside = beside if beside.width <= width else stacked(*ladders, gap=GAP)
    height = inside.height + ROOTS
    return Block(width, height, _bark(width, height) + at((width - inside.width) / 2, 4, inside.markup))


def pawn(place: Place, who: ParticipantRole, language: str) -> Block:
    """A house for home, a disc for class; the letter says who put it there."""
    letter = pick(PEOPLE[who], language)[0].upper()
    at_home = place == Place.HOME
    shape = (
        element("path", d="M12 1L23 10V23H1V10z", fill=PAPER, stroke=INK, stroke_width=2, stroke_linejoin="round")
        if at_home
        else element("circle", cx=12, cy=12, r=11, fill=INK)
    )
    ink, foot = (INK, 20) if at_home else (PAPER, 16.5)
    return Block(PAWN, PAWN, shape + line(letter, 12, foot, 13, fill=ink, text_anchor="middle", font_weight="bold"))


def _ladder(ladder: LadderShown, pawns: list[PawnShown], language: str, step: float) -> Block:
    mine = [one for one in pawns if one.scale == ladder.key]
    rungs = [_rung(one, [each for each in mine if each.level == one.level], language, step) for one in ladder.levels]
    steps = stacked(*reversed(rungs))
    panel = element("rect", width=LADDER_WIDTH, height=steps.height, fill=PAPER, fill_opacity=0.72)
    sides = "".join(
        element("rect", x=x, y=-4, width=RAIL, height=steps.height + 10, rx=2, fill=BARK_EDGE)
        for x in (0, LADDER_WIDTH - RAIL)
    )
    name = paragraph(ladder.name.capitalize(), LADDER_WIDTH, 13, centred=True, fill=INK, font_weight="bold")
    return stacked(_on_paper(name), Block(LADDER_WIDTH, steps.height + 6, panel + sides + steps.markup), gap=6)


def _rung(rung: RungShown, pawns: list[PawnShown], language: str, height: float) -> Block:
    """Its words at the top, and the pawns standing on it."""
    apart = min(PAWN_STEP, (ROOM - PAWN) / max(1, len(pawns) - 1))
    standing = "".join(
        at(apart * place, 0, pawn(one.place, one.placed_by, language).markup) for place, one in enumerate(pawns)
    )
    step = element("rect", x=RAIL, y=height - 2.5, width=LADDER_WIDTH - 2 * RAIL, height=2.5, fill=BARK_EDGE)
    drawn = step + at(RAIL + 3, 3, _words(rung).markup) + at(RAIL + 3, height - 3 - PAWN, standing)
    return Block(LADDER_WIDTH, height, drawn)


def _words(rung: RungShown) -> Block:
    return paragraph(rung.label, ROOM, LABEL, fill=INK)


def _on_paper(name: Block) -> Block:
    """Readable wherever the trunk runs behind it."""
    back = element("rect", width=name.width, height=name.height + 3, rx=4, fill=PAPER, fill_opacity=0.72)
    return Block(name.width, name.height, back + name.markup)


def _bark(width: float, height: float) -> str:
    """A trunk behind the ladders, from in the crown to its roots."""
    left, right = width * 0.24, width * 0.76
    down = f"V{height - 46:.1f}"
    edge = f"M{left:.1f} -12{down}Q{left:.1f} {height - 8:.1f} 6 {height:.1f}H{width - 6:.1f}"
    edge += f"Q{right:.1f} {height - 8:.1f} {right:.1f} {height - 46:.1f}V-12z"
    return element("path", d=edge, fill=BARK, stroke=BARK_EDGE, stroke_width=1.5)
