"""Who comes along: others than the parents (R18), and parents of a student of age (R19)."""

from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.people_facts import Attendee
from domain.conversations.rules.ages import student_is_of_age
from domain.conversations.rules.family import GUARDIANS
from domain.conversations.rules.wording import each
from domain.kernel.rule import Finding, Rule

AGREEMENT_MISSING = Rule(
    "legal_parents_agreement_missing",
    "Noteer eerst wanneer de ouders met gezag akkoord gingen dat deze persoon meekomt.",
    "Notez d'abord quand les parents qui ont l'autorité ont accepté que cette personne participe.",
    "First record when the parents with authority agreed that this person takes part.",
    number="R18",
    source=("31", "J"),
)
STUDENT_DECIDES = Rule(
    "student_of_age_decides",
    "Deze leerling is meerderjarig. Een ouder komt alleen mee als de leerling dat goedvindt.",
    "Cet élève est majeur. Un parent ne participe que si l'élève est d'accord.",
    "This student is of age. A parent takes part only if the student agrees.",
    number="R19",
    source=("30", "J"),
)


def check_agreements(facts: ConversationFacts) -> list[Finding]:
    """Plus parents, grandparents and others come when the legal parents agreed before (R18)."""

    def welcome(one: Attendee) -> bool:
        by_right = one.legal_authority or (one.is_parent and one.right_to_information)
        return by_right or (one.legal_parents_agreed_on is not None and one.legal_parents_agreed_on <= facts.local_date)

    return each(GUARDIANS, facts, welcome, AGREEMENT_MISSING)


def check_student_decides(facts: ConversationFacts) -> list[Finding]:
    """From 18 on, the student says whether parents take part (R19)."""
    parents_may = facts.student.agreed_to_parents_access or not student_is_of_age(facts)
    return each(GUARDIANS, facts, lambda _: parents_may, STUDENT_DECIDES)
