"""Following what happened: from the events of a school to messages for whoever has to hear of it."""

from datetime import datetime

from domain.kernel import clock
from domain.kernel.feed import finished_events
from domain.kernel.session import SchoolSession
from domain.messaging.actions.beginning import settings_of
from domain.messaging.actions.deciding import write
from domain.messaging.actions.looking_around import look_around
from domain.messaging.actions.overtaking import overtake
from domain.messaging.queries.earlier import earlier_about
from domain.messaging.queries.late import delayed
from domain.messaging.queries.plans import cards_of
from domain.messaging.queries.rounds import asked_in, offered_to
from domain.messaging.queries.talks import talks_of
from domain.messaging.rules.after import about_held
from domain.messaging.rules.around import about_called_off, about_offers, about_opened, about_plans
from domain.messaging.rules.gathered import what_gathered
from domain.messaging.rules.happened import Happened, what_happened
from domain.messaging.rules.heard import heard_of
from domain.messaging.rules.late import about_delays
from domain.messaging.rules.occasion import Found, together
from domain.messaging.rules.occasions import Looked, about_talks


async def follow(session: SchoolSession, limit: int = 500) -> bool:
    """Make the messages that the next events of the school ask for; whether more may be waiting.

    A school that never sent a message begins at the present end of its events: nothing old is told.
    """
    settings = await settings_of(session)
    events = await finished_events(session, settings.followed_transaction, settings.followed_sequence, limit)
    if not events:
        return False
    now = clock.now()
    found = together(
        await _look(session, what_happened(events), now), await look_around(session, what_gathered(events), now)
    )
    await overtake(session, found.overtaken)
    await write(session, settings, found.occasions)
    last = events[-1]
    settings.followed_transaction, settings.followed_sequence = last.transaction_id or 0, last.sequence or 0
    return len(events) == limit


async def _look(session: SchoolSession, happened: Happened, now: datetime) -> Found:
    """A constant number of statements, however much happened."""
    talks = await talks_of(session, happened.talks, happened.in_rounds)
    late = await delayed(session, happened.delays, now)
    rounds = {talk.round_id for talk in talks.values() if talk.round_id} | happened.called_off.keys()
    plans = {part.plan_id for part in happened.plans}
    earlier = await earlier_about(session, {*talks, *rounds, *plans, *(one.talk_id for one in late)})
    return together(
        about_talks(Looked(happened, talks, heard_of(earlier), now)),
        about_held(happened, talks, earlier, now),
        about_called_off(happened.called_off, earlier, talks),
        about_plans(happened.plans, await cards_of(session, plans), earlier, now),
        about_delays(happened.delays, late, earlier),
        Found(about_opened(happened.opened, await asked_in(session, happened.opened))),
        Found(about_offers(happened.offers, await offered_to(session, happened.offers, now))),
    )
