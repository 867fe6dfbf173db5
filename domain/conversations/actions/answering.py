"""What the family says: yes, no, or that it knows who else comes."""

from uuid import UUID

from domain.conversations.actions.choosing import settle_time
from domain.conversations.actions.hold import hold
from domain.conversations.actions.stepping_back import settle_status, step_back, write_answer
from domain.conversations.actions.telling import tell
from domain.conversations.models.participants import AcceptFields, Answer, AnswerFields, DeclineFields
from domain.conversations.queries.life import get_life
from domain.conversations.rules import Deed
from domain.kernel import clock
from domain.kernel.session import SchoolSession


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
    write_answer(session, one, Answer.ACCEPTED)
    await settle_time(session, life, fields.proposal_id)
    if comes_back:  # their time was let go when they said no
        await hold(session, life)
    settle_status(life)
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
