"""Offering a conversation to the family: one time, or several to choose from."""

from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from domain.conversations.actions.beginning import new_conversation
from domain.conversations.actions.hold import let_go
from domain.conversations.actions.inviting import invited
from domain.conversations.actions.offering import offer_times, put_at
from domain.conversations.actions.telling import tell
from domain.conversations.facts import Status
from domain.conversations.models.conversations import Conversation, MoveFields, OfferedTime, OfferFields, ProposalFields
from domain.conversations.models.participants import Answer
from domain.conversations.queries.life import Life, get_life
from domain.conversations.queries.opening import open_case
from domain.conversations.rules import Deed
from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid
from domain.kernel.session import SchoolSession


async def propose(session: SchoolSession, fields: ProposalFields) -> Conversation:
    """A new conversation, offered to the family.

    Raises:
        Invalid: `rule_broken`, or `unknown_reference` for a student whom the caller does not see.
        Conflict: `double_booking`.
    """
    life = Life(new_conversation(session, fields), [])
    life.participants.extend(invited(life.conversation, fields.participants))
    case = await open_case(session, *life, fields.times())
    if not case.background.is_visible:
        raise Invalid(DOES_NOT_EXIST, Detail("/student_id", DOES_NOT_EXIST))
    put_at(case, fields)
    session.add(life.conversation)
    await session.flush()
    session.add_all(life.participants)
    await offer_times(session, life, fields)
    tell(session, "proposed", life.conversation)
    return life.conversation


async def propose_other_times(session: SchoolSession, row_id: UUID, fields: OfferFields) -> None:
    """Other times for a conversation that the family has not agreed to yet; everybody is asked again.

    Raises:
        NotFound, Forbidden, Conflict, Invalid: as for a first proposal, and `wrong_state`.
    """
    life = await get_life(session, row_id)
    life.ensure(Deed.PROPOSE)
    life.ensure_run_by(session.principal)
    await _ask_again(session, life, fields)
    tell(session, "proposed", life.conversation)


async def reschedule(session: SchoolSession, row_id: UUID, fields: MoveFields) -> None:
    """Move the conversation to another time, which it holds at once; the family is asked again.

    Raises:
        NotFound, Forbidden, Conflict, Invalid: as for a first proposal, and `wrong_state`.
    """
    life = await get_life(session, row_id)
    life.ensure(Deed.RESCHEDULE)
    life.ensure_run_by(session.principal)
    life.conversation.channel = fields.channel or life.conversation.channel
    await _ask_again(session, life, OfferFields(starts_at=fields.starts_at, ends_at=fields.ends_at))
    tell(session, "rescheduled", life.conversation)


async def _ask_again(session: SchoolSession, life: Life, offer: OfferFields) -> None:
    it = life.conversation
    it.status = Status.PROPOSED
    for one in life.participants:
        if one.answer is not None:
            one.answer, one.answered_at, one.answer_reason, one.entered_by_id = Answer.INVITED, None, None, None
    put_at(await open_case(session, *life, offer.times()), offer)
    old = (col(OfferedTime.school_id) == it.school_id, col(OfferedTime.conversation_id) == it.id)
    await session.execute(delete(OfferedTime).where(*old))
    await let_go(session, it)
    await offer_times(session, life, offer)
    it.touch()
