"""How long a conversation lasts (R01, and the length that a form asks)."""

from datetime import timedelta

from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import Form
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

REVERSE_SHORTEST, REVERSE_LONGEST = 5, 10
REVERSE_LENGTH = Rule(
    "reverse_conversation_length",
    "Een omgekeerd oudergesprek duurt {least} tot {most} minuten. De tijd voor een tolk komt daar apart bij.",
    "Un entretien inversé dure de {least} à {most} minutes. Le temps pour un interprète s'y ajoute séparément.",
    "A reverse conversation takes {least} to {most} minutes. Time for an interpreter comes on top of that.",
    number="R01",
    source=("S",),
)
LENGTH_OUTSIDE_FORM = Rule(
    "length_outside_form",
    "Deze gespreksvorm duurt {least} tot {most} minuten. De tijd voor een tolk komt daar apart bij.",
    "Cette forme d'entretien dure de {least} à {most} minutes. Le temps pour un interprète s'y ajoute séparément.",
    "This form of conversation takes {least} to {most} minutes. Time for an interpreter comes on top of that.",
    number="R39",
    source=("J",),
)


def check_length(facts: ConversationFacts) -> list[Finding]:
    """The talk itself keeps to its form, and a reverse talk to 5 to 10 minutes whatever a school asks (R01)."""
    if facts.ends_at <= facts.starts_at:
        return []
    if facts.type.key == Form.REVERSE_CONVERSATION and not _lasts(facts, REVERSE_SHORTEST, REVERSE_LONGEST):
        return [REVERSE_LENGTH.broken("/ends_at", least=REVERSE_SHORTEST, most=REVERSE_LONGEST)]
    least, most = facts.type.min_minutes, facts.type.max_minutes
    return unless(_lasts(facts, least, most), LENGTH_OUTSIDE_FORM.broken("/ends_at", least=least, most=most))


def _lasts(facts: ConversationFacts, least: int, most: int) -> bool:
    return timedelta(minutes=least) <= facts.ends_at - facts.starts_at <= timedelta(minutes=most)
