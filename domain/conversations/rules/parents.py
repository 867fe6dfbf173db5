"""The rights of each parent (R17)."""

from uuid import UUID

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.people_facts import GuardianFacts
from domain.conversations.rules.ages import student_is_of_age
from domain.conversations.rules.family import GUARDIANS
from domain.conversations.rules.wording import each, unless
from domain.kernel.rule import Finding, Rule

PARENT_NOT_REACHED = Rule(
    "parent_not_invited",
    "Elke ouder met recht op informatie wordt uitgenodigd, krijgt een eigen gesprek of wordt anders ingelicht.",
    "Chaque parent qui a droit à l'information est invité, a son propre entretien ou est informé autrement.",
    "Each parent with a right to information is invited, has a conversation of their own or is informed otherwise.",
    number="R17",
    source=("30", "31", "J"),
)
MAY_NOT_ATTEND = Rule(
    "may_not_attend",
    "Deze persoon kan niet aan dit gesprek deelnemen. Vraag raad aan de directie.",
    "Cette personne ne peut pas participer à cet entretien. Demandez conseil à la direction.",
    "This person cannot take part in this conversation. Ask the head for advice.",
    number="R17",
    source=("31", "J"),
)


def check_parents(facts: ConversationFacts) -> list[Finding]:
    """No parent with a right to information is passed over (R17)."""
    reached = all(one.invited for one in informed_by_right(facts))
    return unless(reached, PARENT_NOT_REACHED.broken("/participants"))


def check_attendance(facts: ConversationFacts) -> list[Finding]:
    """A restriction of today wins over every invitation, in whatever role somebody would come (R17)."""
    return each(frozenset(ParticipantRole), facts, lambda one: one.may_attend, MAY_NOT_ATTEND)


def may_cancel(facts: ConversationFacts, guardian_id: UUID) -> bool:
    """Whether this guardian may cancel the whole conversation (R17); for the school, `can_go` is enough.

    Only who takes part may, and not when another guardian with authority or a right to information does too: then one
    can only step back oneself.
    """
    guardians = facts.having(*GUARDIANS)
    others = [one for one in guardians if one.person_id != guardian_id]
    takes_part = len(others) < len(guardians)
    return takes_part and not any(one.legal_authority or one.right_to_information for one in others)


def informed_by_right(facts: ConversationFacts) -> list[GuardianFacts]:
    """Of a student of age, nobody: then parents know what the student lets them know (R19)."""
    return [] if student_is_of_age(facts) else [one for one in facts.guardians if one.right_to_information]
