"""What the family says: yes, no, or that it knows who else comes."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conversations.actions.hold import hold, let_go
from domain.conversations.actions.telling import tell
from domain.conversations.facts import Status
from domain.conversations.models.conversations import Conversation, OfferedTime
from domain.conversations.models.participants import AcceptFields, Answer, AnswerFields, DeclineFields, Participant
from domain.conversations.queries.cases import open_case
from domain.conversations.queries.life import Life, get_life
from domain.conversations.rules import Deed
from domain.kernel import clock
from domain.kernel.errors import DOES_NOT_EXIST, Conflict, Detail, Invalid, Message
from domain.kernel.session import SchoolSession

WHICH_TIME = Message(
    "which_time",
    "Kies een van de voorgestelde momenten.",
    "Choisissez un des moments proposés.",
    "Choose one of the times that were offered.",
)
TIME_CHOSEN = Message(
    "time_already_chosen",
    "Er is al een ander moment gekozen. Past dat niet, laat het dan weten.",
    "Un autre moment a déjà été choisi. S'il ne convient pas, dites-le.",
    "Another time was chosen already. If it does not suit, say so.",
)


async def accept(session: SchoolSession, row_id: UUID, fields: AcceptFields) -> None:
    """Say yes for oneself, or enter a guardian's yes; when all who are asked said yes, the conversation is planned.

    The first yes settles the time when several were offered: that time is held from then on.

    Raises:
        Conflict: `wrong_state`, `time_already_chosen`, `double_booking`.
        Invalid: `which_time` while several times are open; `whose_answer`.
        NotFound, Forbidden: as everywhere.
    """
    life = await get_life(session, row_id)
    life.ensure(Deed.ACCEPT)
    one = life.answering(session.principal, fields.guardian_id)
    comes_back = one.answer == Answer.DECLINED
    _answer(session, one, Answer.ACCEPTED)
    await _settle_time(session, life, fields.proposal_id)
    if comes_back:  # their time was let go when they said no
        await hold(session, life)
    _settle_status(life)
    tell(session, "accepted", life.conversation, participant_id=one.id)


async def decline(session: SchoolSession, row_id: UUID, fields: DeclineFields) -> None:
    """Say no for oneself, or enter a guardian's no. The conversation stays for the others who are asked.

    Raises:
        Conflict: `wrong_state`. Invalid: `whose_answer`.
        NotFound, Forbidden: as everywhere.
    """
    life = await get_life(session, row_id)
    life.ensure(Deed.CANCEL)  # one can say no as long as it can be called off
    await step_back(session, life, life.answering(session.principal, fields.guardian_id), fields.reason)


async def step_back(session: SchoolSession, life: Life, one: Participant, reason: str | None) -> None:
    """One who is asked no longer comes: their time is free, their consent to a home visit is gone (R29)."""
    it = life.conversation
    _answer(session, one, Answer.DECLINED)
    one.answer_reason = reason
    consent: Any = it.home_visit_consent  # a row keeps it as a document
    if consent and consent["given_by_id"] == str(one.guardian_id):
        it.home_visit_consent = None
    if not any(other.is_open for other in life.participants):
        it.status, it.is_time_chosen = Status.PROPOSED, False
        await let_go(session, it)
    elif it.is_time_chosen:
        await hold(session, life)
        _settle_status(life)
    it.touch()
    tell(session, "declined", it, participant_id=one.id)


async def acknowledge(session: SchoolSession, row_id: UUID, fields: AnswerFields) -> None:
    """The family says that it knows which professionals come, and why (R23).

    Raises:
        Conflict: `wrong_state`. Invalid: `whose_answer`.
        NotFound, Forbidden: as everywhere.
    """
    life = await get_life(session, row_id)
    life.ensure(Deed.CANCEL)  # likewise: before it starts
    who = life.answering(session.principal, fields.guardian_id)
    for one in life.participants:
        if one.announced_at and not one.acknowledged_at:
            one.acknowledged_at = clock.now()
    life.conversation.touch()
    tell(session, "acknowledged", life.conversation, participant_id=who.id)


def _answer(session: SchoolSession, one: Participant, answer: Answer) -> None:
    own = one.person_id in (session.principal.guardian_id, session.principal.student_id)
    one.answer, one.answered_at, one.answer_reason = answer, clock.now(), None
    one.entered_by_id = None if own else session.principal.staff_id


def _settle_status(life: Life) -> None:
    if all(one.answer == Answer.ACCEPTED for one in life.participants if one.is_open):
        life.conversation.status = Status.PLANNED
    life.conversation.touch()


async def _settle_time(session: SchoolSession, life: Life, proposal_id: UUID | None) -> None:
    it = life.conversation
    if it.is_time_chosen and proposal_id is None:
        return
    time = _wanted(await _offered(session, it), proposal_id)
    if it.is_time_chosen:
        if (time.starts_at, time.ends_at) != (it.starts_at, it.ends_at):
            raise Conflict(TIME_CHOSEN)
        return
    (await open_case(session, *life, [time])).move_to(time)
    it.is_time_chosen = True
    await hold(session, life)


async def _offered(session: SchoolSession, it: Conversation) -> list[OfferedTime]:
    here = (col(OfferedTime.school_id) == it.school_id, col(OfferedTime.conversation_id) == it.id)
    return await session.rows(select(OfferedTime).where(*here))


def _wanted(offered: list[OfferedTime], proposal_id: UUID | None) -> OfferedTime:
    if proposal_id is None and len(offered) > 1:
        raise Invalid(WHICH_TIME, Detail("/proposal_id", WHICH_TIME))
    found = [time for time in offered if proposal_id in (None, time.id)]
    if not found:
        raise Invalid(DOES_NOT_EXIST, Detail("/proposal_id", DOES_NOT_EXIST))
    return found[0]
