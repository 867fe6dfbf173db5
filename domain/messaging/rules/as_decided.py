"""A message as it is kept: the occasion, and the decision with its reasons."""

from typing import Any
from uuid import UUID

from domain.kernel.row import new_id
from domain.messaging.models.words import MessageState
from domain.messaging.rules.occasion import Occasion
from domain.plans.decision.asked import Reached

Row = dict[str, Any]
"""The columns of a message."""


def message_of(school_id: UUID, occasion: Occasion, reached: Reached) -> Row:
    return {
        "school_id": school_id,
        "id": new_id(),
        "occasion": occasion.occasion,
        "kind": occasion.kind,
        "resource": occasion.resource,
        "resource_id": occasion.resource_id,
        "student_id": occasion.student_id,
        "party": reached.party,
        "guardian_id": reached.guardian_id,
        "topic": occasion.topic,
        "urgency": occasion.urgency,
        "state": MessageState.WAITING,
        "too_late_at": occasion.too_late_at,
        "told": occasion.told,
        "said": {},
        "digest_id": None,
        **decided_columns(reached),
    }


def decided_columns(reached: Reached) -> Row:
    """What follows from the decision, and changes when it is taken anew."""
    return {
        "channel": reached.channel,
        "languages": [*reached.languages],
        "not_before": reached.earliest,
        "sender_id": reached.sender_id,
        "decision": decision_of(reached),
    }


def decision_of(reached: Reached) -> Row:
    """As JSON, in codes: words are for who asks why."""
    return {
        "channel": reached.channel,
        "further": [*reached.further],
        "languages": [*reached.languages],
        "earliest": reached.earliest.isoformat(),
        "interpreter": reached.interpreter,
        "wants_interpreter": reached.wants_interpreter,
        "sender_id": str(reached.sender_id) if reached.sender_id else None,
        "reasons": [{"code": one.said.code, "data": dict(one.data)} for one in reached.reasons],
    }
