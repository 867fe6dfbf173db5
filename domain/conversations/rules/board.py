"""The talking tree: whose turn it is (R07), what a pawn is and is not (R08), what is not written (R27, R28, R30)."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from domain.catalogue.models.words import Channel
from domain.conversations.models.board import HIGHEST, LOWEST, BoardFields
from domain.conversations.rules.family import GUARDIANS
from domain.conversations.rules.forms import NURSERY_ONLY
from domain.conversations.rules.keywords import check_words
from domain.conversations.rules.unkept import WHATSAPP_LEAVES_NOTHING
from domain.conversations.rules.wording import unless
from domain.kernel.errors import Message
from domain.kernel.rule import Finding, Rule
from domain.school.models import Level

NOT_SO = Message(
    "rule_broken",
    "Zo kan het bord niet bewaard worden.",
    "Le plateau ne peut pas être gardé ainsi.",
    "The board cannot be kept like this.",
)
NOT_BESIDE = Message(
    "rule_broken",
    "Deze twee bomen horen niet naast elkaar.",
    "Ces deux arbres ne vont pas côte à côte.",
    "These two trees do not belong side by side.",
)
FIRST_CARD_OF_PARENT = Rule(
    "first_card_of_parent",
    "Een ouder kiest het eerste kaartje. Daarna mogen ook anderen kiezen.",
    "Un parent choisit la première carte. Ensuite, les autres peuvent choisir aussi.",
    "A parent chooses the first card. After that others may choose too.",
    number="R07",
    source=("S",),
)
CARD_TWICE = Rule(
    "card_chosen_twice",
    "Dit kaartje ligt al op het bord.",
    "Cette carte est déjà sur le plateau.",
    "This card is on the board already.",
    number="R07",
    source=("J",),
)
OFF_THE_LADDER = Rule(
    "off_the_ladder",
    "Een ladder heeft sporten van {least} tot {most}. Een pion staat op een sport, niet ertussen.",
    "Une échelle a des échelons de {least} à {most}. Un pion se pose sur un échelon, pas entre deux.",
    "A ladder has rungs {least} to {most}. A pawn stands on a rung, not in between.",
    number="R08",
    source=("J",),
)
PAWN_TWICE = Rule(
    "pawn_placed_twice",
    "Iedereen zet per ladder één pion voor thuis en één voor de klas.",
    "Sur chaque échelle, chacun pose un pion pour la maison et un pour la classe.",
    "On each ladder everybody puts one pawn for home and one for class.",
    number="R08",
    source=("J",),
)
OTHER_CHILD = Rule(
    "board_of_another_child",
    "Leg alleen twee bomen van hetzelfde kind naast elkaar. Kinderen vergelijken we niet.",
    "Ne mettez côte à côte que deux arbres du même enfant. On ne compare pas les enfants.",
    "Only put two trees of the same child side by side. We do not compare children.",
    number="R08",
    source=("J",),
)


def check_board(board: BoardFields, level: Level, channel: Channel) -> list[Finding]:
    """Whether this board can be kept, of a child at this level, in a conversation held in this way."""
    return [
        *unless(level is Level.NURSERY, NURSERY_ONLY.broken()),
        *check_cards(board),
        *check_pawns(board),
        *check_written(board, channel),
    ]


def check_cards(board: BoardFields) -> list[Finding]:
    """The first card is a parent's (R07); each card is there once."""
    of_parent = board.cards[0].chosen_by in GUARDIANS
    chosen = (card.development_domain for card in board.cards)
    return [
        *unless(of_parent, FIRST_CARD_OF_PARENT.broken("/cards/0/chosen_by")),
        *(CARD_TWICE.broken(f"/cards/{number}/development_domain") for number in _again(chosen)),
    ]


def check_pawns(board: BoardFields) -> list[Finding]:
    """Pawns stand on rungs, one for each ladder, place and person (R08)."""
    off = [number for number, pawn in enumerate(board.pawns) if not LOWEST <= pawn.level <= HIGHEST]
    views = ((pawn.scale, pawn.place, pawn.placed_by) for pawn in board.pawns)
    return [
        *(OFF_THE_LADDER.broken(f"/pawns/{number}/level", least=LOWEST, most=HIGHEST) for number in off),
        *(PAWN_TWICE.broken(f"/pawns/{number}") for number in _again(views)),
    ]


def check_written(board: BoardFields, channel: Channel) -> list[Finding]:
    """Key words as in notes (R27, R30); of a talk on WhatsApp nothing is written down beside the cards (R28)."""
    words = _words(board)
    if channel is Channel.WHATSAPP:
        helps = [("/what_helps", board.what_helps)] if board.what_helps else []
        return [WHATSAPP_LEAVES_NOTHING.broken(pointer) for pointer, _ in [*words, *helps]]
    return check_words(words, at_home=channel is Channel.HOME_VISIT)


def check_same_child(student_ids: Iterable[UUID]) -> list[Finding]:
    """A child is only ever compared with itself (R08)."""
    return unless(len(set(student_ids)) == 1, OTHER_CHILD.broken("?compare"))


def _words(board: BoardFields) -> list[tuple[str, str]]:
    """What is written beside cards and pawns, each with its pointer."""
    cards = [(f"/cards/{number}/note", card.note) for number, card in enumerate(board.cards)]
    pawns = [(f"/pawns/{number}/note", pawn.note) for number, pawn in enumerate(board.pawns)]
    return [(pointer, note) for pointer, note in cards + pawns if note]


def _again(things: Iterable[Any]) -> list[int]:
    """The places of what stood there before."""
    listed = list(things)
    return [number for number, thing in enumerate(listed) if thing in listed[:number]]
