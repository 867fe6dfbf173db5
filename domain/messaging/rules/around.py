"""What is said around talks: that a round opens or is off, that a time came free, and what a plan came to."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from domain.messaging.models.words import MessageKind
from domain.messaging.queries.plans import CardOf
from domain.messaging.queries.rounds import Asked, Offered
from domain.messaging.rules.happened import PlanPart
from domain.messaging.rules.occasion import Earlier, Found, Occasion
from domain.plans.models.topics import Topic, Urgency

CARD_LASTS = timedelta(days=60)


def about_opened(opened: Mapping[UUID, str], asked: Iterable[Asked]) -> list[Occasion]:
    return [
        Occasion(
            occasion=opened[one.round_id],
            kind=MessageKind.ROUND_OPENED,
            resource="conference-rounds",
            resource_id=one.round_id,
            student_id=one.student_id,
            who=one.guardian_id,
            told={"answer_by": one.answer_by.isoformat() if one.answer_by else None},
            topic=Topic.CONFERENCES,
            too_late_at=one.answer_by,
        )
        for one in asked
    ]


def about_called_off(
    called_off: Mapping[UUID, str], earlier: Iterable[Earlier], students: Mapping[UUID, UUID]
) -> Found:
    """Everybody who heard of the round hears that it is off; who did not hear of it yet hears nothing at all."""
    raise NotImplementedError
