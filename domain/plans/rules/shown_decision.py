"""A decision as it goes out, with names and words."""

from collections.abc import Iterable, Mapping
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.plans.decision.asked import Decision, LeftOut, Question, Reached, Reason
from domain.plans.decision.telling import reason_in, reason_in_all
from domain.plans.models.decisions import DecisionRead, LeftOutRead, ReachedRead, ReasonRead

Names = Mapping[UUID, str]


def show(
    decision: Decision, student_id: UUID, question: Question, zone: ZoneInfo, names: Names, language: str | None
) -> DecisionRead:
    """
    Args:
        language: of the reasons; None: in all of the school's languages.
    """

    def told(reasons: Iterable[Reason]) -> list[ReasonRead]:
        return [_told(reason, language) for reason in reasons]

    def reached(one: Reached) -> ReachedRead:
        return ReachedRead(
            party=one.party,
            guardian_id=one.guardian_id,
            name=names.get(one.guardian_id or student_id),
            channel=one.channel,
            further=list(one.further),
            languages=list(one.languages),
            earliest=one.earliest,
            local_earliest=one.earliest.astimezone(zone),
            interpreter=one.interpreter,
            wants_interpreter=one.wants_interpreter,
            frequency=one.frequency,
            sender_id=one.sender_id,
            sender_name=names.get(one.sender_id) if one.sender_id else None,
            reasons=told(one.reasons),
        )

    def left_out(one: LeftOut) -> LeftOutRead:
        return LeftOutRead(guardian_id=one.guardian_id, name=names.get(one.guardian_id), reasons=told(one.reasons))

    return DecisionRead(
        student_id=student_id,
        topic=question.topic,
        urgency=question.urgency,
        moment=question.moment,
        time_zone=zone.key,
        reached=[reached(one) for one in decision.reached],
        left_out=[left_out(one) for one in decision.left_out],
        for_school=told(decision.for_school),
    )


def _told(reason: Reason, language: str | None) -> ReasonRead:
    return ReasonRead(code=reason.said.code, detail=reason_in(reason, language) if language else reason_in_all(reason))
