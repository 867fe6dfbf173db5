"""All that is known of a round, for planning it: a fixed number of statements, whatever its size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Row as Found
from sqlalchemy import select, text
from sqlmodel import col

from domain.conferences.models import (
    ConferenceFamily,
    ConferenceInterpreter,
    ConferenceLocation,
    ConferenceRoom,
    ConferenceRound,
    ConferenceSeparation,
    ConferenceSession,
    ConferenceStaff,
)
from domain.conferences.models.words import Need
from domain.conferences.queries.asked import ASKED, CALLED_OFF, MEMBERS, STANDING
from domain.conferences.queries.forms import get_form
from domain.conferences.queries.problem.spans import Span
from domain.conferences.queries.whole_rounds import expecting_many
from domain.conversations.facts import TypeFacts
from domain.kernel import clock
from domain.kernel.claims import CELL_SECONDS
from domain.kernel.row import Row
from domain.kernel.session import SchoolSession
from domain.school.models import Interpreter, School, StaffMember

_ASKED, _STANDING, _CALLED_OFF = text(f"{ASKED} ORDER BY r.id"), text(STANDING), text(CALLED_OFF)
_PARENTS = text(f"""
SELECT DISTINCT ON (f.id) f.id, works.staff_id
  FROM conference_families f
 CROSS JOIN LATERAL ({MEMBERS}) m
  JOIN memberships parent ON parent.school_id = f.school_id AND parent.guardian_id = m.guardian_id
  JOIN memberships works ON works.school_id = f.school_id AND works.issuer = parent.issuer
   AND works.subject = parent.subject
  JOIN conference_staff s ON s.school_id = f.school_id AND s.round_id = f.round_id AND s.staff_id = works.staff_id
 WHERE f.school_id = :school_id AND f.round_id = :round_id
 ORDER BY f.id, works.staff_id
""")
_TAKEN = text("""
SELECT c.resource_id, b.request_id, array_agg(c.cell) AS cells
  FROM claims c
  LEFT JOIN conference_bookings b
    ON b.school_id = c.school_id AND b.conversation_id = c.holder_id AND b.round_id = :round_id
 WHERE c.school_id = :school_id AND c.cell >= :first_cell AND c.cell < :last_cell
   AND NOT EXISTS (SELECT FROM conference_holds h
                    WHERE h.school_id = c.school_id AND h.id = c.holder_id
                      AND (h.round_id = :round_id OR h.expires_at <= :now))
 GROUP BY c.resource_id, b.request_id
""")


@dataclass(frozen=True)
class Facts:
    """Rows as they are. `taken` are spans of each person or room by the talk of this round that takes them, or None.
    What families of this round are choosing is taken by nobody yet: what is published goes first."""

    round: ConferenceRound
    zone: ZoneInfo
    form: TypeFacts
    sessions: Sequence[ConferenceSession]
    locations: Sequence[ConferenceLocation]
    rooms: Sequence[ConferenceRoom]
    staff: Sequence[tuple[ConferenceStaff, StaffMember]]
    interpreters: Sequence[tuple[ConferenceInterpreter, Interpreter]]
    families: Sequence[ConferenceFamily]
    separations: Sequence[ConferenceSeparation]
    parents: dict[UUID, UUID]
    asked: Sequence[Found[Any]]
    standing: dict[UUID, Found[Any]]
    taken: dict[UUID, list[tuple[UUID | None, Span]]]

    @property
    def evenings(self) -> list[Span]:
        return [(session.starts_at, session.ends_at) for session in self.sessions]


async def facts_of(session: SchoolSession, round_: ConferenceRound) -> Facts:
    """What is asked for and not called off since, who can when, and what stands already."""
    async with expecting_many(session):
        return await _facts_of(session, round_)


async def _facts_of(session: SchoolSession, round_: ConferenceRound) -> Facts:
    school_id, round_id = round_.school_id, round_.id
    given: dict[str, Any] = {"school_id": school_id, "round_id": round_id, "now": clock.now()}
    [school] = await session.rows(select(School).where(col(School.school_id) == school_id))
    called_off = set(await session.scalars(_CALLED_OFF, given))
    asked = [
        one for one in await session.execute(_ASKED, given) if one.need != Need.NOT_NEEDED and one.id not in called_off
    ]
    sessions = await _of_round(session, ConferenceSession, round_)
    return Facts(
        round_,
        ZoneInfo(school.time_zone),
        await get_form(session, round_.meeting_type),
        sorted(sessions, key=lambda one: one.starts_at),
        await _of_round(session, ConferenceLocation, round_),
        await _of_round(session, ConferenceRoom, round_),
        await _with(session, ConferenceStaff, StaffMember, "staff_id", round_),
        await _with(session, ConferenceInterpreter, Interpreter, "interpreter_id", round_),
        await _of_round(session, ConferenceFamily, round_),
        await _of_round(session, ConferenceSeparation, round_),
        {one.id: one.staff_id for one in await session.execute(_PARENTS, given)},
        asked,
        {one.request_id: one for one in await session.execute(_STANDING, given)},
        await _taken(session, given, sessions),
    )


async def _of_round(session: SchoolSession, table: type[Any], round_: ConferenceRound) -> list[Any]:
    here = (col(table.school_id) == round_.school_id, col(table.round_id) == round_.id)
    return await session.rows(select(table).where(*here).order_by(col(table.id)))


async def _with(
    session: SchoolSession, table: type[Any], person: type[Row], key: str, round_: ConferenceRound
) -> list[Any]:
    """Rows of the round, each with the person they are about."""
    here = (col(table.school_id) == round_.school_id, col(table.round_id) == round_.id)
    theirs = (col(person.school_id) == round_.school_id) & (col(person.id) == getattr(table, key))
    found = await session.execute(select(table, person).join(person, theirs).where(*here).order_by(col(table.id)))
    return [(one, who) for one, who in found]


async def _taken(
    session: SchoolSession, given: dict[str, Any], sessions: Sequence[ConferenceSession]
) -> dict[UUID, list[tuple[UUID | None, Span]]]:
    starts, ends = [one.starts_at for one in sessions], [one.ends_at for one in sessions]
    if not sessions:
        return {}
    bounds = {"first_cell": _cell(min(starts)), "last_cell": _cell(max(ends)) + 1}
    taken: dict[UUID, list[tuple[UUID | None, Span]]] = {}
    for who, request_id, cells in await session.execute(_TAKEN, given | bounds):
        taken.setdefault(who, []).extend((request_id, _span(cell)) for cell in cells)
    return taken


def _cell(moment: datetime) -> int:
    return int(moment.timestamp()) // CELL_SECONDS


def _span(cell: int) -> Span:
    start = datetime.fromtimestamp(cell * CELL_SECONDS, UTC)
    return start, start + timedelta(seconds=CELL_SECONDS)
