"""Looking, before a round is closed, for families that would be forgotten."""

from sqlalchemy import func, literal, or_, select
from sqlmodel import col

from domain.conferences.actions.looking import ROUND_BROKEN
from domain.conferences.models.bookings import Booking
from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.requests import TalkRequest
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.words import FamilyStatus
from domain.conferences.queries.request_visibility import has_party
from domain.conferences.queries.rounds import is_open, stands
from domain.conferences.rules.closing import Unserved, check_alternatives
from domain.kernel.read import there_is
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession

_ITS_OWN = (
    col(TalkRequest.school_id) == col(ConferenceFamily.school_id),
    col(TalkRequest.round_id) == col(ConferenceFamily.round_id),
    has_party(lambda party: party.family_id == col(ConferenceFamily.id), lambda party: ~party.awaits_yes),
)
_BOOKED = there_is(
    Booking,
    col(Booking.school_id) == col(TalkRequest.school_id),
    col(Booking.request_id) == col(TalkRequest.id),
    stands(),
)
_ANSWERED = col(ConferenceFamily.status) == literal(FamilyStatus.ANSWERED)
_UNSERVED = select(
    col(ConferenceFamily.id),
    _ANSWERED,
    func.jsonb_array_length(ConferenceFamily.attempts) > 0,
    col(ConferenceFamily.alternative),
).where(
    ~there_is(TalkRequest, *_ITS_OWN, _BOOKED),
    or_(~_ANSWERED, there_is(TalkRequest, *_ITS_OWN, is_open())),
)


async def check_nobody_forgotten(session: SchoolSession, round_: ConferenceRound) -> None:
    """
    Raises:
        Invalid: `rule_broken`, naming the families that have no talk and nothing instead.
    """
    mine = (col(ConferenceFamily.school_id) == round_.school_id, col(ConferenceFamily.round_id) == round_.id)
    found = await session.execute(_UNSERVED.where(*mine).order_by(col(ConferenceFamily.id)))
    warnings_of(check_alternatives([Unserved(*row) for row in found]), ROUND_BROKEN)
