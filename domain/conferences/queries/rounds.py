"""How rounds go out."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, literal_column, null, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from domain.conferences.models.bookings import Booking
from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.places import ConferenceSession
from domain.conferences.models.requests import TalkRequest
from domain.conferences.models.rounds import ConferenceRound, ConferenceRoundRead
from domain.conferences.models.words import FamilyStatus, Need, RoundStatus
from domain.conferences.queries.places import SESSIONS_OF_ROUND, of_round
from domain.conferences.queries.visibility import is_team, sees_round
from domain.conversations.facts import Status
from domain.conversations.models import Conversation
from domain.kernel.page import PageQuery
from domain.kernel.read import Document, Listing, Reading, there_is
from domain.school.models import School
from domain.school.models.words import Level

GONE = [literal(Status.CANCELLED), literal(Status.NO_SHOW)]
"""Conversations that are no talk (any longer)."""


def stands() -> ColumnElement[bool]:
    """The booking's talk takes place, or did."""
    same = and_(
        col(Conversation.school_id) == col(Booking.school_id), col(Conversation.id) == col(Booking.conversation_id)
    )
    return there_is(Conversation, same, col(Conversation.status).not_in(GONE))


def is_open() -> ColumnElement[bool]:
    """The talk is asked for, still."""
    return and_(col(TalkRequest.withdrawn_at).is_(None), col(TalkRequest.need) != literal(Need.NOT_NEEDED))


def _number(table: Any, *of_these: ColumnElement[bool]) -> ColumnElement[int]:
    counted = select(func.count()).select_from(table).where(of_round(table), *of_these)
    return counted.correlate_except(table).scalar_subquery()


def _counts(reading: Reading) -> ColumnElement[Any]:
    statuses = {
        f"families_{status}": _number(ConferenceFamily, col(ConferenceFamily.status) == literal(status))
        for status in FamilyStatus
    }
    talks = {"requests": _number(TalkRequest, is_open()), "talks_placed": _number(Booking, stands())}
    pairs = [part for name, number in (statuses | talks).items() for part in (literal_column(f"'{name}'"), number)]
    return case((is_team(reading.viewer), func.json_build_object(*pairs)), else_=null())


def _warnings(reading: Reading) -> ColumnElement[Any]:
    warnings = col(ConferenceRound.warnings)
    said = warnings if reading.language is None else func.localized(warnings, reading.language, type_=JSONB)
    return case((is_team(reading.viewer), said), else_=literal_column("'[]'::jsonb", JSONB))


ROUNDS = Document(
    ConferenceRoundRead,
    ConferenceRound,
    visible=sees_round,
    beside={School: col(School.school_id) == col(ConferenceRound.school_id)},
    computed={
        "time_zone": lambda _: col(School.time_zone),
        "sessions": lambda reading: SESSIONS_OF_ROUND.nested(
            reading, of_round(ConferenceSession), col(ConferenceSession.starts_at)
        ),
        "warnings": _warnings,
        "counts": _counts,
    },
)


class RoundQuery(PageQuery):
    """Which rounds."""

    status: RoundStatus | None = None
    level: Level | None = None


ROUND_LISTING = Listing(ROUNDS, sorts={"created_at": col(ConferenceRound.created_at)})
