"""Keeping the board of a talking tree, as it lies on the table."""

from uuid import UUID

from sqlalchemy import delete, select
from sqlmodel import col

from domain.catalogue.models import DevelopmentDomain
from domain.catalogue.models.words import Channel
from domain.conversations.facts import Form, Status
from domain.conversations.models.agreements import Agreement
from domain.conversations.models.board import Board, BoardCard, BoardFields, BoardPawn, CardFields, HelpFields
from domain.conversations.models.conversations import Conversation
from domain.conversations.queries.life import get_life
from domain.conversations.queries.opening import open_case
from domain.conversations.rules import NOT_SO, WRONG_STATE, check_board
from domain.kernel.errors import DOES_NOT_EXIST, NOT_FOUND, STALE, Conflict, Detail, Invalid, NotFound, Stale
from domain.kernel.events import record
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession

ON_THE_TABLE = frozenset({Status.PLANNED, Status.RUNNING, Status.COMPLETED})
"""Once the family said yes; afterwards too, as there is little time to write while people talk."""

UNWRITTEN = 0
"""The version of a board on which nothing was written yet."""


async def lay_board(session: SchoolSession, conversation_id: UUID, fields: BoardFields, version: int) -> None:
    """Keep the whole board, in place of what was there.

    Raises:
        NotFound: for who does not see the conversation, and for any other form than a talking tree.
        Forbidden: for who does not run it, or takes part as a parent.
        Conflict: `wrong_state` before the family said yes, and when it did not take place.
        Stale: when the board has another version than the given one.
        Invalid: `rule_broken`; `unknown_reference` for a card or an agreement that is not there.
    """
    life = await get_life(session, conversation_id)
    it = life.conversation
    if it.meeting_type != Form.TALKING_TREE:
        raise NotFound(NOT_FOUND)
    life.ensure_run_by(session.principal)
    if it.status not in ON_THE_TABLE:
        raise Conflict(WRONG_STATE)
    case = await open_case(session, *life)
    warnings_of(check_board(fields, case.background.level, Channel(it.channel)), NOT_SO)
    await _ensure_cards_exist(session, fields.cards)
    await _ensure_agreed_here(session, it, fields.agreement_id)
    await _put(session, await _board(session, it, version), fields)
    record(session, "board.changed", "conversations", it.id, student_id=it.student_id)


async def _board(session: SchoolSession, it: Conversation, version: int) -> Board:
    """The conversation is locked, so nobody else lays its first board meanwhile."""
    here = (col(Board.school_id) == it.school_id, col(Board.conversation_id) == it.id)
    found = await session.find_row(select(Board).where(*here))
    if version != (found.version if found else UNWRITTEN):
        raise Stale(STALE)
    return found or Board.of(it.school_id, HelpFields(), conversation_id=it.id, version=UNWRITTEN)


async def _put(session: SchoolSession, board: Board, fields: BoardFields) -> None:
    board.what_helps, board.agreement_id = fields.what_helps, fields.agreement_id
    board.touch()
    session.add(board)
    await session.flush()
    for part in (BoardCard, BoardPawn):
        await session.execute(
            delete(part).where(col(part.school_id) == board.school_id, col(part.board_id) == board.id)
        )
    here = {"school_id": board.school_id, "board_id": board.id}
    session.add_all(BoardCard.of(fields=card, position=place, **here) for place, card in enumerate(fields.cards, 1))
    session.add_all(BoardPawn.of(fields=pawn, **here) for pawn in fields.pawns)


async def _ensure_cards_exist(session: SchoolSession, cards: list[CardFields]) -> None:
    asked = [card.development_domain for card in cards]
    known = select(col(DevelopmentDomain.key)).where(col(DevelopmentDomain.key).in_(asked))
    there = set(await session.scalars(known))
    strange = [
        Detail(f"/cards/{number}/development_domain", DOES_NOT_EXIST)
        for number, key in enumerate(asked)
        if key not in there
    ]
    if strange:
        raise Invalid(DOES_NOT_EXIST, *strange)


async def _ensure_agreed_here(session: SchoolSession, it: Conversation, agreement_id: UUID | None) -> None:
    """A small agreement of this conversation, not of another one."""
    made = await session.get(Agreement, (it.school_id, agreement_id)) if agreement_id else None
    if agreement_id and (made is None or made.conversation_id != it.id):
        raise Invalid(DOES_NOT_EXIST, Detail("/agreement_id", DOES_NOT_EXIST))
