"""What a guardian answers with a link to a talk, to a time that came free, and to a round."""

from domain.conferences.actions.links import answer_by_link
from domain.conferences.actions.waiting import let_offer_go, take_offer
from domain.conferences.models.links import FamilyAnswerFields
from domain.conferences.models.waits import WaitStatus
from domain.conferences.queries.asked_family import find_asked_family
from domain.conferences.queries.family_of import get_family
from domain.conferences.rules.states import Deed
from domain.conversations.actions.answering import accept, decline
from domain.conversations.models.participants import AcceptFields, Answer, DeclineFields
from domain.kernel.errors import NOT_FOUND, Conflict, NotFound
from domain.kernel.resources import TAKEN
from domain.kernel.session import SchoolSession
from domain.messaging.actions.pointing import pointing_into
from domain.messaging.models.link_answers import MessageAnswerFields, Says
from domain.messaging.models.link_reads import OfferSeen, TalkSeen
from domain.messaging.models.messages import Message
from domain.messaging.rules.links import TIME_TAKEN

SAID_TO_OFFER = {Says.ACCEPT: WaitStatus.TAKEN, Says.DECLINE: WaitStatus.LET_GO}
"""How a place on the waiting list stands after each answer."""


async def answer_talk(session: SchoolSession, message: Message, talk: TalkSeen, fields: MessageAnswerFields) -> None:
    """Saying the same again changes nothing; another time than the one accepted is a no to that one first."""
    if fields.says == Says.DECLINE:
        if talk.my_answer != Answer.DECLINED:
            await decline(session, message.resource_id, DeclineFields(reason=fields.reason))
        return
    if talk.my_answer == Answer.ACCEPTED:
        if _is_chosen(talk, fields):
            return
        await decline(session, message.resource_id, DeclineFields())
    try:
        await accept(session, message.resource_id, AcceptFields(proposal_id=fields.proposal_id))
    except Conflict as taken:
        raise Conflict(TIME_TAKEN) if taken.message is TAKEN else taken from None


def _is_chosen(talk: TalkSeen, fields: MessageAnswerFields) -> bool:
    return fields.proposal_id is None or any(
        one.is_chosen and one.id == fields.proposal_id for one in talk.offered_times
    )


async def answer_offer(session: SchoolSession, message: Message, offer: OfferSeen, says: Says) -> None:
    """Saying the same again changes nothing; what was let go is somebody else's."""
    if offer.status == SAID_TO_OFFER[says]:
        return
    if says == Says.ACCEPT:
        await take_offer(session, message.resource_id)
    else:
        await let_offer_go(session, message.resource_id)


async def answer_round(session: SchoolSession, message: Message, availability: FamilyAnswerFields) -> None:
    """When the family can.

    Raises:
        NotFound. Invalid: pointing into `availability`. Conflict: `wrong_state`.
    """
    family = await find_asked_family(session, message.resource_id, message.student_id)
    if family is None:
        raise NotFound(NOT_FOUND)
    found = await get_family(session, family.id, Deed.ANSWER)
    with pointing_into("/availability"):
        await answer_by_link(session, found.family, found.round_, availability)
