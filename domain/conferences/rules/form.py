"""Which form of conversation a round is for (R31)."""

from domain.conferences.round_facts import RoundFacts
from domain.conversations.facts import Form
from domain.conversations.rules.constructive import NOT_IN_ROUND
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

UNKNOWN_FORM = Rule(
    "unknown_form",
    "Deze gespreksvorm bestaat niet voor dit niveau.",
    "Cette forme d'entretien n'existe pas pour ce niveau.",
    "There is no such form of conversation for this level.",
    number="R39",
)


def check_form(facts: RoundFacts) -> list[Finding]:
    """A hard talk gets a moment of its own (R31)."""
    if facts.meeting_type == Form.CONSTRUCTIVE_CONVERSATION:
        return [NOT_IN_ROUND.broken("/meeting_type")]
    return unless(facts.level in (facts.around.form_levels or ()), UNKNOWN_FORM.broken("/meeting_type"))
