"""Whom a form cannot do without (R04; the rest follows from R39)."""

from collections.abc import Iterable

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import Form
from domain.conversations.rules.ages import student_is_of_age
from domain.kernel.rule import Finding, Rule

_Role = ParticipantRole
START_ROLES = frozenset({_Role.STUDENT, _Role.GUARDIAN, _Role.TEACHER})
STAND_INS = {
    _Role.GUARDIAN: frozenset({_Role.GUARDIAN, _Role.OTHER_GUARDIAN}),
    _Role.HEAD: frozenset({_Role.HEAD, _Role.CARE_COORDINATOR, _Role.TEACHER, _Role.COLLEAGUE}),
}
"""Who fills a required role as well: the other parent is a parent, and a head delegates."""
START_NEEDS_THREE = Rule(
    "start_conversation_needs_three",
    "Een startgesprek voer je samen: met de leerling, hoe jong ook, een ouder en een leerkracht.",
    "Un entretien de départ se mène à trois : avec l'élève, même très jeune, un parent et un enseignant.",
    "A start conversation is held together: with the student, however young, a parent and a teacher.",
    number="R04",
    source=("S",),
)
ROLE_MISSING = Rule(
    "role_missing",
    "Bij deze gespreksvorm hoort ook iemand met de rol `{role}`.",
    "Cette forme d'entretien demande aussi une personne avec le rôle `{role}`.",
    "This form of conversation also needs somebody with the role `{role}`.",
    number="R39",
    source=("J",),
)


def check_roles(facts: ConversationFacts) -> list[Finding]:
    """Who a form cannot do without takes part; in a start conversation that is always all three (R04)."""
    if facts.type.key == Form.START_CONVERSATION and _missing(facts, START_ROLES):
        return [START_NEEDS_THREE.broken("/participants")]
    spared = {_Role.GUARDIAN} if _speaks_without_parents(facts) else set()
    missing = _missing(facts, facts.type.required_roles - spared)
    return [ROLE_MISSING.broken("/participants", role=role) for role in missing]


def _missing(facts: ConversationFacts, roles: Iterable[str]) -> list[str]:
    return [str(role) for role in sorted(roles) if not facts.having(*_filled_by(role))]


def _filled_by(role: str) -> frozenset[ParticipantRole]:
    return STAND_INS.get(_Role(role), frozenset({_Role(role)}))


def _speaks_without_parents(facts: ConversationFacts) -> bool:
    """A student of age who keeps the parents out (R19) comes in their place, or no talk would be possible."""
    keeps_out = student_is_of_age(facts) and not facts.student.agreed_to_parents_access
    return keeps_out and bool(facts.having(_Role.STUDENT))
