"""An enrolment: its papers, and the parent who was not there (R33)."""

from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import Form
from domain.conversations.rules.family import GUARDIANS
from domain.conversations.rules.parents import informed_by_right
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

PAPERS_APART = Rule(
    "papers_and_talk_together",
    "Papieren invullen en kennismaken lukken beter op twee aparte momenten.",
    "Remplir les papiers et faire connaissance réussissent mieux à deux moments différents.",
    "Filling in papers and getting to know each other go better at two separate moments.",
    number="R33",
    severity="warning",
    source=("68", "J"),
)
OTHER_PARENT_UNINFORMED = Rule(
    "other_parent_not_informed",
    "Bezorg de ouder die er niet bij is ook de informatie over de inschrijving.",
    "Donnez aussi les informations sur l'inscription au parent qui n'est pas là.",
    "Give the parent who is not there the information about the enrolment too.",
    number="R33",
    severity="warning",
    source=("33",),
)


def check_papers(facts: ConversationFacts) -> list[Finding]:
    """An enrolment is papers and a talk, better apart (R33)."""
    together = facts.type.key == Form.ENROLMENT_CONVERSATION and facts.includes_papers
    return unless(not together, PAPERS_APART.broken("/includes_papers"))


def check_other_parent(facts: ConversationFacts) -> list[Finding]:
    """After an enrolment talk, the parent who was not there gets the information too (R33)."""
    if facts.type.key != Form.ENROLMENT_CONVERSATION or facts.other_parent_informed:
        return []
    present = {one.person_id for one in facts.having(*GUARDIANS)}
    all_present = all(one.guardian_id in present for one in informed_by_right(facts))
    return unless(all_present, OTHER_PARENT_UNINFORMED.broken("/informed_otherwise"))
