"""What the student hears beforehand (R14)."""

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.rules.wording import is_said, unless
from domain.kernel.rule import Finding, Rule

BRIEFING_MISSING = Rule(
    "student_briefing_missing",
    "De leerling komt mee. Schrijf op wat je vooraf vertelt: waarvoor het dient, en wat wel en niet aan bod komt.",
    "L'élève participe. Écrivez ce que vous lui dites avant : le but, ce dont on parle et ce dont on ne parle pas.",
    "The student takes part. Write what you tell them before: what it is for, and what is and is not discussed.",
    number="R14",
    source=("S", "J"),
)


def check_briefing(facts: ConversationFacts) -> list[Finding]:
    """A student who comes knows what for; in a start conversation too, which has a purpose though no agenda (R14)."""
    knows = is_said(facts.briefing) or not facts.having(ParticipantRole.STUDENT)
    return unless(knows, BRIEFING_MISSING.broken("/briefing"))
