"""How somebody hears of an occasion: the decision, and what the occasion itself asks of it."""

from dataclasses import replace
from datetime import datetime

from domain.messaging.models.words import MessageKind
from domain.messaging.rules.occasion import Occasion
from domain.plans.decision.asked import Question, Reached
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.topics import Urgency
from domain.plans.queries.known import Known

CANNOT_BE_MISSED = frozenset(
    {
        *(MessageKind.INVITATION, MessageKind.CHANGE, MessageKind.CANCELLATION),
        *(MessageKind.ACTIVITY_CHANGE, MessageKind.ACTIVITY_CANCELLED),
        *(MessageKind.HOME_VISIT_PLANNED, MessageKind.HOME_VISIT_CANCELLED),
    }
)
"""Who would hear it too late hears it now, by the urgent route: nobody stands before a closed door."""
OF_TALKS = frozenset(
    {
        *(MessageKind.INVITATION, MessageKind.CHANGE, MessageKind.CANCELLATION, MessageKind.REMINDER),
        *(MessageKind.QUESTION, MessageKind.THANK_YOU, MessageKind.AGREEMENTS, MessageKind.RUNNING_LATE),
        *(MessageKind.FOLLOW_UP, MessageKind.ROUND_TIMES),
    }
)
"""Parents who take part in a talk of a student of age do so because the student agreed (R19 is held there)."""
OF_PARENTS = frozenset(
    {
        *(MessageKind.ACTIVITY_ASKED, MessageKind.ACTIVITY_INVITATION, MessageKind.ACTIVITY_REMINDER),
        *(MessageKind.ACTIVITY_PLACE, MessageKind.ACTIVITY_CHANGE, MessageKind.ACTIVITY_CANCELLED),
        MessageKind.IDEA_ANSWERED,
    }
)
"""These tell nothing of a student, so there is nothing for a student of age to agree to (R19)."""
QUICK = frozenset({ContactChannel.MESSAGE, ContactChannel.WHATSAPP, ContactChannel.APP, ContactChannel.PHONE})
"""What somebody on the way to school hears."""


def reach(occasion: Occasion, known: Known, moment: datetime) -> Reached | None:
    """None: they may not hear it, or it would come too late to be of any use."""
    one = _asked(occasion, known, moment)
    if one and _is_late(occasion, one) and occasion.kind in CANNOT_BE_MISSED:
        return _asked(replace(occasion, urgency=Urgency.URGENT), known, moment)
    if one and occasion.kind is MessageKind.RUNNING_LATE:
        one = _quickly(one)
    if one is None or _is_late(occasion, one) or (occasion.comes_along and one.channel is None):
        return None
    return one


def _asked(occasion: Occasion, known: Known, moment: datetime) -> Reached | None:
    is_student = occasion.who == occasion.student_id
    question = Question(
        topic=occasion.topic,
        urgency=occasion.urgency,
        moment=moment,
        guardian_ids=frozenset() if is_student else frozenset({occasion.who}),
        to_student=is_student,
        sender_id=occasion.sender_id,
        student_agreed=occasion.kind in OF_TALKS | OF_PARENTS,
    )
    reached = known.decide(occasion.student_id, question).reached
    return next((one for one in reached if (one.guardian_id or occasion.student_id) == occasion.who), None)


def _is_late(occasion: Occasion, one: Reached) -> bool:
    return occasion.too_late_at is not None and one.earliest >= occasion.too_late_at


def _quickly(one: Reached) -> Reached | None:
    ways = [way for way in (one.channel, *one.further) if way in QUICK]
    return replace(one, channel=ways[0], further=tuple(ways[1:])) if ways else None
