"""The rules look again after every change of a round."""

from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.words import RoundStatus
from domain.conferences.queries.background import background_of
from domain.conferences.round_facts import RoundFacts
from domain.conferences.rules import check_round
from domain.conferences.rules.form import check_form
from domain.kernel.errors import Message
from domain.kernel.rule import Finding, warnings_of
from domain.kernel.session import SchoolSession

ROUND_BROKEN = Message(
    "rule_broken",
    "Zo past het niet in deze ronde.",
    "Cela ne va pas ainsi dans cette série.",
    "It does not fit this round like this.",
)


async def look_again(session: SchoolSession, round_: ConferenceRound) -> None:
    """Keep the warnings with the round. A draft may still lack what an open round must have, but not its form.

    Raises:
        Invalid: `rule_broken`, with one detail for each hard rule that does not hold.
    """
    facts = RoundFacts.of(round_, await background_of(session, round_))
    findings = check_round(facts)
    if round_.status == RoundStatus.DRAFT:
        findings = [*check_form(facts), *(found for found in findings if _is_warning(found))]
    warnings = [found.record() for found in warnings_of(findings, ROUND_BROKEN)]
    if warnings != round_.warnings:
        round_.warnings = warnings


def _is_warning(found: Finding) -> bool:
    return found.rule.severity == "warning"
