"""Sessions that take place at another time than was said, and what people said of the old time."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.actions.telling import tell_family
from domain.conferences.models import ConferenceFamily, ConferenceInterpreter, ConferenceSession, ConferenceStaff
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.words import FamilyStatus
from domain.conferences.queries.problem.spans import Span, Spans, kept, said, within
from domain.kernel.session import SchoolSession


class Move(NamedTuple):
    """When a session was, and when it is."""

    old: Span
    new: Span

    @property
    def is_elsewhere(self) -> bool:
        """On another day, or at hours of which nothing was said."""
        return not within([self.old], [self.new])

    def along(self, span: Span) -> Spans:
        """As far from the start as it was, and no longer than the session."""
        shift = self.new[0] - self.old[0]
        return within([(span[0] + shift, span[1] + shift)], [self.new])

    def staying(self, span: Span) -> Spans:
        """What of it still lies in the session."""
        return within([span], [self.new])


async def move_sessions(session: SchoolSession, round_: ConferenceRound, moved: list[dict[str, Any]]) -> None:
    """What was said of the old time follows as far as that is honest.

    What the school arranges goes along with its session: when staff and interpreters are there, and breaks; rooms are
    told by session and stay with it. Families do not: of what they said, only what lies in the new time too is kept.
    Of another day (or hours that share nothing with the old ones) nothing is, so then those who answered are asked
    again; what they said of other sessions stays meanwhile.
    """
    moves = [await _move(session, one) for one in moved]
    await session.flush()
    for table in (ConferenceStaff, ConferenceInterpreter):
        for one in await _rows(session, table, round_):
            _rewrite(one, moves, Move.along)
    for family in await _rows(session, ConferenceFamily, round_):
        _rewrite(family, moves, Move.staying)
        if family.status == FamilyStatus.ANSWERED and any(move.is_elsewhere for move in moves):
            family.status, family.answered_at = FamilyStatus.ASKED, None
            tell_family(session, "asked", family)
    await session.flush()


async def _move(session: SchoolSession, moved: dict[str, Any]) -> Move:
    one = await session.get_row(ConferenceSession, moved["session_id"])
    old = (one.starts_at, one.ends_at)
    one.starts_at, one.ends_at = (datetime.fromisoformat(moved[name]) for name in ("starts_at", "ends_at"))
    return Move(old, (one.starts_at, one.ends_at))


async def _rows(session: SchoolSession, table: Any, round_: ConferenceRound) -> Iterable[Any]:
    mine = (col(table.school_id) == round_.school_id, col(table.round_id) == round_.id)
    return await session.rows(select(table).where(*mine).order_by(col(table.id)))


def _rewrite(row: Any, moves: list[Move], following: Any) -> None:
    """Each window once, by the session that it was said of; who said nothing of their time (None) still does not."""
    for name in ("available", "preferred", "breaks"):
        if before := getattr(row, name, None):
            spans = said(before)
            after = [part for span in spans for part in _followed(span, moves, following)]
            if after != spans:
                setattr(row, name, kept(after))


def _followed(span: Span, moves: list[Move], following: Any) -> Spans:
    move = next((move for move in moves if move.old[0] <= span[0] and span[1] <= move.old[1]), None)
    return following(move, span) if move else [span]
