"""Looking once more at messages that are about to leave."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.messaging.models.messages import Message
from domain.messaging.models.settings import Messaging
from domain.messaging.models.words import MessageKind
from domain.messaging.queries.now import now_of, sent_since
from domain.messaging.queries.ways import families_known
from domain.messaging.rules.digest import start_of
from domain.messaging.rules.enough import Today
from domain.messaging.rules.reaching import reach
from domain.messaging.rules.still import Now, Still, Verdict, Why, occasion_of, says_what_is_so
from domain.plans.models.words import Party
from domain.plans.queries.known import Known

SOON_AFTER = timedelta(minutes=1)
"""By then what changed was followed, and the times of a round stand in a message anew."""


async def still_so(session: SchoolSession, messages: Sequence[Message]) -> dict[UUID, Verdict]:
    """Whether each of these messages of one school may leave now, with the decision taken anew.

    A constant number of statements. What is over a cap waits for a day on which its reader is reached again, unless
    that would be too late.
    """
    moment = clock.now()
    settings = (await session.rows(select(Messaging).where(col(Messaging.school_id) == session.principal.school_id)))[0]
    known = await families_known(session, settings, {one.student_id for one in messages})
    now = await now_of(session, messages, moment)
    midnight = start_of(moment.astimezone(known.school.zone).date(), known.school.zone)
    today = Today.of(settings, await sent_since(session, midnight))
    return {one.id: _verdict(one, now, known, today, moment) for one in messages}


def _verdict(message: Message, now: Now, known: Known, today: Today, moment: datetime) -> Verdict:
    if message.too_late_at and message.too_late_at <= moment:
        return Verdict(Still.OVERTAKEN, Why.TOO_LATE)
    if message.party == Party.TEACHER:
        return Verdict(Still.NOW)
    if says_what_is_so(message, now):
        return _decided_anew(message, known, today, moment)
    if message.kind == MessageKind.ROUND_TIMES:
        return Verdict(Still.LATER, Why.CHANGED, earliest=moment + SOON_AFTER)
    return Verdict(Still.OVERTAKEN, Why.CHANGED)


def _decided_anew(message: Message, known: Known, today: Today, moment: datetime) -> Verdict:
    occasion = occasion_of(message)
    how = reach(occasion, known, moment) if message.student_id in known.families else None
    if how is None:
        return Verdict(Still.OVERTAKEN, Why.MAY_NOT_HEAR)
    if how.earliest > moment:
        return Verdict(Still.LATER, Why.HOURS, how, how.earliest)
    if today.takes(occasion.who, occasion.urgency):
        return Verdict(Still.NOW, reached=how)
    zone = known.school.zone
    later = reach(occasion, known, start_of(moment.astimezone(zone).date() + timedelta(days=1), zone))
    return Verdict(Still.LATER, Why.ENOUGH_TODAY, later, later.earliest) if later else Verdict(Still.NOW, reached=how)
