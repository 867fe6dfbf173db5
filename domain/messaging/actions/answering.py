"""What a guardian answers with a one-time link: theirs alone, and by the rules that hold for everybody."""

from domain.kernel import clock
from domain.kernel.errors import Conflict
from domain.kernel.secret import Opened
from domain.kernel.session import SchoolSession
from domain.messaging.actions.answering_activities import bring_by_link, come, stay_away
from domain.messaging.actions.answering_times import SAID_TO_OFFER, answer_offer, answer_round, answer_talk
from domain.messaging.actions.answering_visits import answer_visit
from domain.messaging.models.link_answers import MessageAnswerFields, Says
from domain.messaging.models.messages import Message
from domain.messaging.queries.about import About, about_of
from domain.messaging.queries.behind_link import behind_link
from domain.messaging.rules.links import NOTHING_TO_ANSWER

SAID_TO_TALK = frozenset({Says.ACCEPT, Says.DECLINE})


async def answer_message(session: SchoolSession, opened: Opened, fields: MessageAnswerFields) -> None:
    """Keep what the guardian says. The link goes on serving: a family may change its mind while it is time.

    Raises:
        NotFound: the link does not serve. Conflict: `nothing_to_answer`, `time_taken`, `time_already_chosen`,
        `nothing_offered`, `wrong_state`, and those of signing up. Invalid: pointing into the answer.
    """
    link, message = await behind_link(session, opened, for_change=True)
    await _answer(session, message, await about_of(session, message), fields)
    link.answered_at = clock.now()


async def _answer(session: SchoolSession, message: Message, about: About, fields: MessageAnswerFields) -> None:
    if about.talk and fields.says in SAID_TO_TALK and about.talk.my_answer:
        await answer_talk(session, message, about.talk, fields)
    elif about.offer and fields.says in SAID_TO_OFFER:
        await answer_offer(session, message, about.offer, fields.says)
    elif about.round and fields.availability:
        await answer_round(session, message, fields.availability)
    elif about.activity and fields.sign_up:
        await come(session, message.resource_id, about.activity, fields.sign_up)
    elif about.activity and fields.says == Says.SIGN_OFF:
        await stay_away(session, about.activity, fields.moment_id)
    elif fields.idea and Says.IDEA in about.may:
        await bring_by_link(session, message.resource_id if about.activity else None, fields.idea)
    elif about.visit:
        await answer_visit(session, message.resource_id, fields)
    else:
        raise Conflict(NOTHING_TO_ANSWER)
