"""What the rules need to know beside the round itself, fetched in one statement."""

from typing import Any

from sqlalchemy import ColumnElement, String, Uuid, bindparam, cast, select
from sqlmodel import col

from domain.catalogue.models import MeetingType
from domain.conferences.models.background import Background, PeriodFacts, SessionFacts, StaffFacts
from domain.conferences.models.places import ConferenceSession
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.staff import ConferenceStaff
from domain.conferences.queries.places import of_round
from domain.kernel.asking import ASKING, asked_by
from domain.kernel.read import Document, Reading, looked_up
from domain.kernel.row import PLATFORM
from domain.kernel.session import SchoolSession
from domain.school.models import CalendarPeriod, School

_SESSIONS = Document(SessionFacts, ConferenceSession)
_PERIODS = Document(PeriodFacts, CalendarPeriod)
_STAFF = Document(StaffFacts, ConferenceStaff)


def _form_levels(_: Reading) -> ColumnElement[Any]:
    """Of the school's own edition of the form, else of the library's."""
    schools = (col(ConferenceRound.school_id), PLATFORM)
    form = (col(MeetingType.key) == col(ConferenceRound.meeting_type), col(MeetingType.school_id).in_(schools))
    found = select(MeetingType.levels).where(*form).order_by(col(MeetingType.school_id).desc()).limit(1)
    return found.correlate_except(MeetingType).scalar_subquery()


_BACKGROUND = Document(
    Background,
    ConferenceRound,
    computed={
        "time_zone": lambda _: looked_up(School.time_zone, col(School.school_id) == col(ConferenceRound.school_id)),
        "sessions": lambda reading: _SESSIONS.nested(
            reading, of_round(ConferenceSession), col(ConferenceSession.starts_at)
        ),
        "periods": lambda reading: _PERIODS.nested(
            reading, col(CalendarPeriod.school_id) == col(ConferenceRound.school_id)
        ),
        "staff": lambda reading: _STAFF.nested(reading, of_round(ConferenceStaff), col(ConferenceStaff.id)),
        "form_levels": _form_levels,
    },
)
_ROWS, _DOCUMENT = _BACKGROUND.rows(Reading(ASKING, None), col(ConferenceRound.id) == bindparam("round_id", type_=Uuid))
_STATEMENT = _ROWS.add_columns(cast(_DOCUMENT, String))


async def background_of(session: SchoolSession, round_: ConferenceRound) -> Background:
    """What the rules look at, as this transaction sees it."""
    await session.flush()
    body = await session.scalar(_STATEMENT, {**asked_by(session.principal), "round_id": round_.id})
    return Background.model_validate_json(body)
