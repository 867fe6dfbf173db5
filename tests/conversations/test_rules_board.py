"""What holds for any board: a rule reports exactly when its condition is there."""

from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conversations.models.board import AtTheBoard, BoardFields, CardFields, Ladder, PawnFields, Place
from domain.conversations.rules import check_board, check_same_child
from domain.conversations.rules.board import (
    CARD_TWICE,
    FIRST_CARD_OF_PARENT,
    OFF_THE_LADDER,
    OTHER_CHILD,
    PAWN_TWICE,
    check_cards,
    check_pawns,
)
from domain.conversations.rules.forms import NURSERY_ONLY
from domain.conversations.rules.keywords import HOW_PEOPLE_LIVE, SPECIAL_CATEGORY
from domain.conversations.rules.unkept import WHATSAPP_LEAVES_NOTHING
from domain.kernel.rule import Finding, Rule
from domain.school.models import Level

PARENTS = {ParticipantRole.GUARDIAN, ParticipantRole.OTHER_GUARDIAN}
people = st.sampled_from(AtTheBoard.__args__)  # type: ignore[attr-defined]
keys = st.sampled_from(["language", "movement", "thinking", "rhythm"])
notes = st.none() | st.sampled_from(["zingt graag", "bij het afscheid"])
cards = st.lists(st.builds(CardFields, development_domain=keys, chosen_by=people, note=notes), min_size=1, max_size=6)
levels = st.integers(1, 5)
ladders, places = st.sampled_from(Ladder), st.sampled_from(Place)
pawns = st.lists(st.builds(PawnFields, scale=ladders, level=levels, place=places, placed_by=people, note=notes))
boards = st.builds(BoardFields, cards=cards, pawns=st.just([]))
quick = settings(max_examples=30, deadline=None)


def with_pawns(*them: PawnFields) -> BoardFields:
    return BoardFields.model_construct(cards=[card()], pawns=list(them), what_helps=None)


def card(**more) -> CardFields:
    return CardFields(**({"development_domain": "language", "chosen_by": "guardian"} | more))


def pawn(**more) -> PawnFields:
    return PawnFields(**({"scale": "well-being", "level": 3, "place": "home", "placed_by": "guardian"} | more))


LANGUAGE, HOME = card(), pawn()
BROKEN: list[tuple[Rule, list[Finding]]] = [
    (FIRST_CARD_OF_PARENT, check_cards(BoardFields(cards=[card(chosen_by="teacher")], pawns=[]))),
    (CARD_TWICE, check_cards(BoardFields(cards=[LANGUAGE, LANGUAGE], pawns=[]))),
    (OFF_THE_LADDER, check_pawns(with_pawns(pawn(level=6)))),
    (PAWN_TWICE, check_pawns(with_pawns(HOME, pawn(level=5)))),
    (OTHER_CHILD, check_same_child([UUID(int=1), UUID(int=2)])),
]
"""Each rule, and what is found where nothing else is wrong."""


def test_a_broken_rule_is_the_only_finding_and_reads_well_in_each_language() -> None:
    for rule, found in BROKEN:
        assert [one.rule for one in found] == [rule]
        assert all(words and "{" not in words for one in found for words in one.record()["detail"].values())


@quick
@given(boards)
def test_r07_the_first_card_is_a_parents_whoever_chooses_next(board: BoardFields) -> None:
    found = [one.pointer for one in check_cards(board) if one.rule is FIRST_CARD_OF_PARENT]
    assert found == ([] if board.cards[0].chosen_by in PARENTS else ["/cards/0/chosen_by"])


@quick
@given(boards)
def test_r07_as_many_cards_lie_there_too_often_as_there_are_cards_less_domains(board: BoardFields) -> None:
    found = [one for one in check_cards(board) if one.rule is CARD_TWICE]
    assert len(found) == len(board.cards) - len({one.development_domain for one in board.cards})


@quick
@given(pawns)
def test_r08_each_has_one_pawn_on_a_ladder_for_a_place(them: list[PawnFields]) -> None:
    found = check_pawns(with_pawns(*them))
    views = {(one.scale, one.place, one.placed_by) for one in them}
    assert [one.rule for one in found] == [PAWN_TWICE] * (len(them) - len(views))


@quick
@given(st.integers(-10, 16))
def test_r08_a_pawn_stands_on_a_rung(level: int) -> None:
    found = [(one.rule, one.pointer) for one in check_pawns(with_pawns(pawn(level=level)))]
    assert found == ([] if 1 <= level <= 5 else [(OFF_THE_LADDER, "/pawns/0/level")])


@quick
@given(pawns, st.permutations(range(1, 6)))
def test_r08_no_rung_is_better_than_another(them: list[PawnFields], other: list[int]) -> None:
    """What is found never hangs on where a pawn stands."""
    moved = [one.model_copy(update={"level": other[one.level - 1]}) for one in them]
    assert check_pawns(with_pawns(*them)) == check_pawns(with_pawns(*moved))


@quick
@given(boards, st.sampled_from(Level))
def test_r07_the_tree_stays_in_nursery(board: BoardFields, level: Level) -> None:
    found = [one.rule for one in check_board(board, level, Channel.IN_PERSON)]
    assert (NURSERY_ONLY in found) == (level is not Level.NURSERY)


@quick
@given(cards, pawns, st.none() | st.just("samen zingen"))
def test_r28_on_whatsapp_nothing_is_written_beside_the_cards(
    chosen: list[CardFields], placed: list[PawnFields], helps: str | None
) -> None:
    board = BoardFields.model_construct(cards=chosen, pawns=placed, what_helps=helps)
    found = [one for one in check_board(board, Level.NURSERY, Channel.WHATSAPP) if one.rule is WHATSAPP_LEAVES_NOTHING]
    written = [one for one in [*chosen, *placed] if one.note]
    assert len(found) == len(written) + bool(helps)
    for channel in set(Channel) - {Channel.WHATSAPP}:
        assert WHATSAPP_LEAVES_NOTHING not in {one.rule for one in check_board(board, Level.NURSERY, channel)}


def test_r27_and_r30_key_words_are_held_to_what_holds_for_notes() -> None:
    board = BoardFields(cards=[card(note="autisme"), card(development_domain="rhythm", note="woning")], pawns=[])
    here = [(one.rule, one.pointer) for one in check_board(board, Level.NURSERY, Channel.IN_PERSON)]
    assert here == [(SPECIAL_CATEGORY, "/cards/0/note")]
    at_home = [(one.rule, one.pointer) for one in check_board(board, Level.NURSERY, Channel.HOME_VISIT)]
    assert at_home == [*here, (HOW_PEOPLE_LIVE, "/cards/1/note")]


@quick
@given(st.lists(st.uuids(), min_size=1, max_size=2))
def test_r08_a_child_is_compared_with_itself_only(children: list) -> None:
    found = [one.rule for one in check_same_child(children)]
    assert found == ([] if len(set(children)) == 1 else [OTHER_CHILD])
