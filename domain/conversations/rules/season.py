"""When in the school year (R03)."""

from datetime import timedelta

from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import Form
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

REVERSE_LAST_WEEK = 8
REVERSE_LATE = Rule(
    "reverse_conversation_late",
    "Een omgekeerd oudergesprek past in de eerste {weeks} weken van het schooljaar, of na de komst van de leerling.",
    "Un entretien inversé a sa place dans les {weeks} premières semaines de l'année scolaire, ou après l'arrivée "
    "de l'élève.",
    "A reverse conversation belongs in the first {weeks} weeks of the school year, or after the student's arrival.",
    number="R03",
    severity="warning",
    source=("J",),
)


def check_season(facts: ConversationFacts) -> list[Finding]:
    """A reverse talk comes early: in the first 8 weeks of the year, or since the student came later (R03)."""
    beginnings = [day for day in (facts.school_year_starts_on, facts.student.arrived_on) if day is not None]
    if facts.type.key != Form.REVERSE_CONVERSATION or not beginnings:
        return []
    early = facts.local_date - max(beginnings) < timedelta(weeks=REVERSE_LAST_WEEK)
    return unless(early, REVERSE_LATE.broken("/starts_at", weeks=REVERSE_LAST_WEEK))
