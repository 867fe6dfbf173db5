"""Offering times: each is held against the rules, and the first is kept."""

from dataclasses import replace

from domain.conversations.actions.hold import take
from domain.conversations.models.conversations import OfferedTime, OfferFields
from domain.conversations.queries.cases import Case
from domain.conversations.queries.life import Life
from domain.conversations.rules import check_proposal
from domain.kernel.rule import Finding, warnings_of
from domain.kernel.session import SchoolSession


async def offer_times(session: SchoolSession, life: Life, offer: OfferFields) -> None:
    it = life.conversation
    session.add_all(OfferedTime.of(it.school_id, time, conversation_id=it.id) for time in offer.times())
    if it.is_time_chosen:
        await take(session, life)


def put_at(case: Case, offer: OfferFields) -> None:
    """Hold every offered time against the rules and keep the first; what the rules only warn of is kept too."""
    findings: list[Finding] = []
    for number, time in enumerate(offer.other_times):
        case.move_to(time)
        findings += [_of_other_time(number, found) for found in check_proposal(case.facts()) if _is_of_time(found)]
    case.move_to(offer)
    findings += check_proposal(case.facts())
    it = case.conversation
    it.warnings = [found.record() for found in warnings_of(findings)]
    it.answer_by, it.is_time_chosen = offer.answer_by, not offer.other_times


def _is_of_time(found: Finding) -> bool:
    return found.pointer in {"/starts_at", "/ends_at"}


def _of_other_time(number: int, found: Finding) -> Finding:
    return replace(found, pointer=f"/other_times/{number}{found.pointer}")
