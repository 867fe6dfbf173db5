"""The whole picture: one tree, or two of the same child side by side, each with its day."""

from collections.abc import Sequence

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.drawing.crown import crown
from domain.conversations.drawing.ladders import pawn, trunk
from domain.conversations.drawing.words import AGREED, HELPS, PEOPLE, PLACES, headed, title, told
from domain.conversations.models.board import Place
from domain.conversations.models.board_picture import BoardShown
from domain.kernel.days import day_in_words
from domain.kernel.svg import INK, SOFT, Block, at, document, line, paragraph, side_by_side, stacked
from domain.kernel.text import pick

WIDTH = 360
"""Of the whole, in pixels of a phone: letters stay readable there, and grow with the paper."""
MARGIN = 6


def draw(boards: Sequence[BoardShown], language: str) -> str:
    """One or two boards as an SVG document, the earliest first: growth is there to be seen, and nothing is computed."""
    boards = sorted(boards, key=lambda board: board.held_on)
    width = (WIDTH - 2 * MARGIN - 8 * (len(boards) - 1)) / len(boards)
    trees = _aligned([_parts(board, language, width) for board in boards])
    heading = paragraph(
        f"{boards[0].given_name} – {boards[0].form}", WIDTH - 2 * MARGIN, 17, 2, fill=INK, font_weight="bold"
    )
    whole = stacked(heading, side_by_side(*trees, gap=8), _legend(boards, language), gap=6)
    return document(
        Block(WIDTH - 2 * MARGIN, whole.height, whole.markup),
        MARGIN,
        language,
        title="; ".join(title(board, language) for board in boards),
        told=" ".join(told(board, language) for board in boards),
        of=boards[0].conversation_id,
    )


def _parts(board: BoardShown, language: str, width: float) -> list[Block]:
    """From top to bottom: the day, the crown, the trunk, and what came of it."""
    day = paragraph(day_in_words(board.held_on, language), width, 13, fill=SOFT)
    said = [
        paragraph(headed(pick(heading, language), text, language), width, 12, 6, fill=INK)
        for heading, text in ((HELPS, board.what_helps), (AGREED, board.agreement))
        if text
    ]
    return [day, crown(board, language, width), trunk(board, language, width), stacked(*said, gap=4)]


def _aligned(trees: list[list[Block]]) -> list[Block]:
    """The same parts at the same height, so that two trees can be looked at together; parts rest on their floor."""
    floors = [max(part.height for part in same) for same in zip(*trees, strict=True)]
    return [stacked(*map(_resting, tree[:-1], floors), tree[-1], gap=6) for tree in trees]


def _resting(block: Block, height: float) -> Block:
    return Block(block.width, height, at(0, height - block.height, block.markup))


def _legend(boards: Sequence[BoardShown], language: str) -> Block:
    """What the shapes and letters of the pawns that stand there say."""
    there = {(one.place, one.placed_by) for board in boards for one in board.pawns}
    keys = [_key(place, who, language) for who in PEOPLE for place in PLACES if (place, who) in there]
    return stacked(*(side_by_side(*keys[first : first + 2]) for first in range(0, len(keys), 2)), gap=3)


def _key(place: Place, who: ParticipantRole, language: str) -> Block:
    said = f"{pick(PEOPLE[who], language)}, {pick(PLACES[place], language)}"
    drawn = pawn(place, who, language)
    beside = line(said, drawn.width + 5, 16, 12, fill=INK)
    return Block((WIDTH - 2 * MARGIN) / 2, drawn.height, drawn.markup + beside)
