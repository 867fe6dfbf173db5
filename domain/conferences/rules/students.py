"""What students who are invited hear beforehand (R14)."""

from domain.conferences.models.words import StudentPart
from domain.conferences.round_facts import RoundFacts
from domain.conversations.rules.briefing import BRIEFING_MISSING
from domain.conversations.rules.wording import is_said, unless
from domain.kernel.rule import Finding


def check_student_briefing(facts: RoundFacts) -> list[Finding]:
    """A student who comes knows what for (R14)."""
    knows = facts.student_part == StudentPart.NOT_INVITED or is_said(facts.student_briefing)
    return unless(knows, BRIEFING_MISSING.broken("/student_briefing"))
