"""A talk that stands in a round, for a deed: locked, with its conversation and who it was asked for."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.models.bookings import Booking
from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.holds import SlotFields
from domain.conferences.models.requests import RequestParty, TalkRequest
from domain.conferences.queries.bookings import BOOKING
from domain.conferences.queries.sharing import share_round_of
from domain.conferences.rules.wish import Manner
from domain.conversations.models.conversations import Conversation
from domain.conversations.queries.life import Life, get_life, participants_of
from domain.conversations.queries.locked import Locked
from domain.kernel.errors import Forbidden, Message
from domain.kernel.principal import Principal
from domain.kernel.session import SchoolSession

JOINT = Message(
    "talk_is_joint",
    "Dit gesprek is ook van een ander gezin. Vraag de school om het te verplaatsen.",
    "Cet entretien concerne aussi une autre famille. Demandez à l'école de le déplacer.",
    "This talk is another family's too. Ask the school to move it.",
)
MINUTE = timedelta(minutes=1)
_BOOKING = Locked(Booking, BOOKING.visible)


@dataclass(frozen=True)
class Standing:
    """The booking, its conversation, and what was asked."""

    booking: Booking
    life: Life
    request: TalkRequest
    family_ids: list[UUID]
    student_ids: list[UUID]
    staff_ids: list[UUID]
    language: str | None
    """Of the interpreter, as it was asked for or as the first of the families says."""

    @property
    def manner(self) -> Manner:
        """How it stands now, and so how it is held at any other time."""
        it = self.life.conversation
        return Manner(int((it.ends_at - it.starts_at) / MINUTE), it.channel, self.language)

    @property
    def is_interpreted(self) -> bool:
        return any(one.interpreter_id for one in self.life.participants)

    def as_family(self, who: Principal) -> bool:
        """The caller changes it as one of the family, or else must run it.

        Raises:
            Forbidden: to a student, or a colleague.
        """
        if self.life.is_there_as_parent(who):
            return True
        self.life.ensure_run_by(who)
        return False

    def ensure_of_one_family(self) -> None:
        """One parent does not move the other's talk (R17).

        Raises:
            Forbidden: `talk_is_joint`.
        """
        if len(self.family_ids) > 1:
            raise Forbidden(JOINT)

    def at(self, starts_at: datetime) -> SlotFields:
        """The same talk at another time."""
        return SlotFields(
            staff_ids=self.staff_ids,
            student_ids=self.student_ids,
            with_student=self.request.with_student,
            starts_at=starts_at,
        )


async def get_standing(session: SchoolSession, row_id: UUID, version: int | None = None) -> Standing:
    """The talk for a change.

    Raises:
        NotFound, Stale: as everywhere.
    """
    await share_round_of(session, Booking, row_id)
    booking = await _BOOKING.get(session, row_id, version)
    return await _standing(session, booking, await get_life(session, booking.conversation_id))


async def standing_unseen(session: SchoolSession, row_id: UUID) -> Standing:
    """The same when the caller need not see it: what another family gets or gives in a swap stays unseen."""
    await share_round_of(session, Booking, row_id)
    booking = await session.get_row(Booking, row_id)
    conversation = await session.get_row(Conversation, booking.conversation_id)
    return await _standing(session, booking, Life(conversation, await participants_of(session, conversation.id)))


async def _standing(session: SchoolSession, booking: Booking, life: Life) -> Standing:
    request = await session.get_one(TalkRequest, (booking.school_id, booking.request_id))
    here = (col(RequestParty.school_id) == booking.school_id, col(RequestParty.request_id) == request.id)
    order = (col(RequestParty.position), col(RequestParty.id))
    parties = await session.rows(select(RequestParty).where(*here).order_by(*order))
    family_ids = [one.family_id for one in parties if one.family_id and not one.awaits_yes]
    return Standing(
        booking,
        life,
        request,
        family_ids=family_ids,
        student_ids=[one.student_id for one in parties if one.student_id],
        staff_ids=[one.staff_id for one in parties if one.staff_id],
        language=request.interpreter_language or await _language_of(session, family_ids),
    )


async def _language_of(session: SchoolSession, family_ids: list[UUID]) -> str | None:
    families = [await session.get_one(ConferenceFamily, (session.principal.school_id, one)) for one in family_ids]
    return next((one.interpreter_language for one in families if one.interpreter_language), None)
