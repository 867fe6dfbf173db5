"""What a guardian answers with a one-time link: theirs alone, and by the rules that hold for everybody."""

from dataclasses import replace

from domain.conferences.actions.links import answer_by_link
from domain.conferences.actions.waiting import let_offer_go, take_offer
from domain.conferences.models.waits import WaitStatus
from domain.conferences.queries.asked_family import find_asked_family
from domain.conferences.queries.family_of import get_family
from domain.conferences.rules.states import Deed
from domain.conversations.actions.answering import accept, decline
from domain.conversations.models.participants import AcceptFields, Answer, DeclineFields
from domain.kernel import clock
from domain.kernel.errors import NOT_FOUND, Conflict, Invalid, NotFound
from domain.kernel.resources import TAKEN
from domain.kernel.secret import Opened
from domain.kernel.session import SchoolSession
from domain.messaging.models.link_reads import MessageAnswerFields, OfferSeen, Says, TalkSeen
from domain.messaging.models.messages import Message
from domain.messaging.queries.behind_link import behind_link
from domain.messaging.queries.seen_by_link import about_of
from domain.messaging.rules.links import NOTHING_TO_ANSWER, TIME_TAKEN

SAID_TO_OFFER = {Says.ACCEPT: WaitStatus.TAKEN, Says.DECLINE: WaitStatus.LET_GO}
"""How a place on the waiting list stands after each answer."""


async def answer_message(session: SchoolSession, opened: Opened, fields: MessageAnswerFields) -> None:
    """Keep what the guardian says. The link goes on serving: a family may change its mind while it is time.

    Raises:
        NotFound: the link does not serve. Conflict: `nothing_to_answer`, `time_taken`, `time_already_chosen`,
        `nothing_offered`, `wrong_state`. Invalid: pointing into the answer.
    """
    link, message = await behind_link(session, opened, for_change=True)
    about = await about_of(session, message)
    if about.talk and fields.says != Says.AVAILABLE and about.talk.my_answer:
        await _answer_talk(session, message, about.talk, fields)
    elif about.offer and fields.says in SAID_TO_OFFER:
        await _answer_offer(session, message, about.offer, fields.says)
    elif about.round and fields.availability:
        await _answer_round(session, message, fields)
    else:
        raise Conflict(NOTHING_TO_ANSWER)
    link.answered_at = clock.now()


async def _answer_talk(session: SchoolSession, message: Message, talk: TalkSeen, fields: MessageAnswerFields) -> None:
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


async def _answer_offer(session: SchoolSession, message: Message, offer: OfferSeen, says: Says) -> None:
    """Saying the same again changes nothing; what was let go is somebody else's."""
    if offer.status == SAID_TO_OFFER[says]:
        return
    if says == Says.ACCEPT:
        await take_offer(session, message.resource_id)
    else:
        await let_offer_go(session, message.resource_id)


async def _answer_round(session: SchoolSession, message: Message, fields: MessageAnswerFields) -> None:
    family = await find_asked_family(session, message.resource_id, message.student_id)
    if family is None or fields.availability is None:
        raise NotFound(NOT_FOUND)
    found = await get_family(session, family.id, Deed.ANSWER)
    try:
        await answer_by_link(session, found.family, found.round_, fields.availability)
    except Invalid as wrong:
        inside = (replace(one, pointer=f"/availability{one.pointer}") for one in wrong.details)
        raise Invalid(wrong.message, *inside, **wrong.data) from None
