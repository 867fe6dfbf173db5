"""A hard talk: its moment, its goal and what goes well (R31)."""

from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import Form
from domain.conversations.rules.wording import is_said, unless
from domain.kernel.rule import Finding, Rule

FEWEST_STRENGTHS = 2
NOT_IN_ROUND = Rule(
    "constructive_conversation_in_round",
    "Plan een constructief oudergesprek apart, niet tussen de oudercontacten.",
    "Prévoyez un entretien constructif à part, pas au milieu des réunions de parents.",
    "Plan a constructive conversation apart, not in between the parent-teacher meetings.",
    number="R31",
    source=("J",),
)
GOAL_MISSING = Rule(
    "goal_missing",
    "Zeg in één neutrale zin wat je met dit gesprek wilt bereiken.",
    "Dites en une phrase neutre ce que vous voulez atteindre avec cet entretien.",
    "Say in one neutral sentence what you want to reach with this conversation.",
    number="R31",
    source=("J",),
)
STRENGTHS_MISSING = Rule(
    "strengths_missing",
    "Noteer vóór het gesprek minstens {least} sterke kanten van de leerling.",
    "Notez avant l'entretien au moins {least} points forts de l'élève.",
    "Note at least {least} strengths of the student before the conversation.",
    number="R31",
    source=("J",),
)


def check_constructive(facts: ConversationFacts) -> list[Finding]:
    """A hard talk gets a moment of its own, and a goal that the family hears when it is proposed (R31)."""
    if facts.type.key != Form.CONSTRUCTIVE_CONVERSATION:
        return []
    apart = unless(not facts.in_round, NOT_IN_ROUND.broken("/starts_at"))
    return apart + unless(is_said(facts.goal), GOAL_MISSING.broken("/goal"))


def check_strengths(facts: ConversationFacts) -> list[Finding]:
    """Before a hard talk starts, there are two different strengths to name (R31)."""
    strengths = {one.strip().casefold() for one in facts.strengths} - {""}
    enough = facts.type.key != Form.CONSTRUCTIVE_CONVERSATION or len(strengths) >= FEWEST_STRENGTHS
    return unless(enough, STRENGTHS_MISSING.broken("/strengths", least=FEWEST_STRENGTHS))
