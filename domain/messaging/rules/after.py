"""What is said once a conversation was held: thanks, and what was agreed."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from domain.conversations.facts import Status
from domain.messaging.models.words import MessageKind
from domain.messaging.rules.happened import Happened
from domain.messaging.rules.occasion import Earlier, Found, Occasion
from domain.messaging.rules.talk import Talk, Told
from domain.plans.models.topics import Topic

THANKS_LAST = timedelta(days=7)
AGREED_LASTS = timedelta(days=60)
"""Own choice: later, nobody waits for it."""


def about_held(happened: Happened, talks: Mapping[UUID, Talk], earlier: list[Earlier], moment: datetime) -> Found:
    """Thanks for a conversation; not for each of the short talks of an evening. Agreements for everybody who was there,
    again when they change."""
    found = Found()
    for talk_id, occasion in happened.talks.items():
        talk = talks.get(talk_id)
        if talk is None or talk.status is not Status.COMPLETED:
            continue
        for who in sorted(talk.asked):
            if talk_id in happened.held and talk.round_id is None:
                thanks = _of(talk, MessageKind.THANK_YOU, who, happened.held[talk_id], {}, moment + THANKS_LAST)
                found.occasions.append(thanks)
            _add_agreements(found, talk, who, occasion, earlier, moment)
    return found


def _add_agreements(
    found: Found, talk: Talk, who: UUID, occasion: str, earlier: list[Earlier], moment: datetime
) -> None:
    told = {"agreements": dict(talk.agreements)}
    before = [one for one in earlier if (one.kind, one.resource_id, one.who) == (_AGREED, talk.id, who)]
    if not talk.agreements or (before and before[-1].told == told):
        return
    found.overtaken.extend(one.id for one in before if one.is_open)
    found.occasions.append(_of(talk, _AGREED, who, occasion, told, moment + AGREED_LASTS))


_AGREED = MessageKind.AGREEMENTS


def _of(talk: Talk, kind: MessageKind, who: UUID, occasion: str, told: Told, until: datetime) -> Occasion:
    return Occasion(
        occasion=occasion,
        kind=kind,
        resource="conversations",
        resource_id=talk.id,
        student_id=talk.student_id,
        who=who,
        told=told,
        topic=Topic.CONVERSATIONS,
        too_late_at=until,
        sender_id=talk.sender_id,
        comes_along=talk.comes_beside(who),
    )
