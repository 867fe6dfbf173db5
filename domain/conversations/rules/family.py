"""The rights of the family: each parent (R17), who else comes (R18), the student of age (R19), who knows (R33)."""

from uuid import UUID

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.facts import Attendee, ConversationFacts, Form, GuardianFacts
from domain.conversations.rules.ages import student_is_of_age
from domain.conversations.rules.wording import each, unless
from domain.kernel.rule import Finding, Rule

GUARDIANS = frozenset({ParticipantRole.GUARDIAN, ParticipantRole.OTHER_GUARDIAN})
FAMILY = GUARDIANS | {ParticipantRole.STUDENT}

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
OTHER_PARENT_UNINFORMED = Rule(
    "other_parent_not_informed",
    "Bezorg de ouder die er niet bij is ook de informatie over de inschrijving.",
    "Donnez aussi les informations sur l'inscription au parent qui n'est pas là.",
    "Give the parent who is not there the information about the enrolment too.",
    number="R33",
    severity="warning",
    source=("33",),
)


def check_parents(facts: ConversationFacts) -> list[Finding]:
    """No parent with a right to information is passed over (R17)."""
    reached = all(one.invited for one in _informed_by_right(facts))
    return unless(reached, PARENT_NOT_REACHED.broken("/participants"))


def check_attendance(facts: ConversationFacts) -> list[Finding]:
    """A restriction of today wins over every invitation, in whatever role somebody would come (R17)."""
    return each(frozenset(ParticipantRole), facts, lambda one: one.may_attend, MAY_NOT_ATTEND)


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


def check_other_parent(facts: ConversationFacts) -> list[Finding]:
    """After an enrolment talk, the parent who was not there gets the information too (R33)."""
    if facts.type.key != Form.ENROLMENT_CONVERSATION or facts.other_parent_informed:
        return []
    present = {one.person_id for one in facts.having(*GUARDIANS)}
    all_present = all(one.guardian_id in present for one in _informed_by_right(facts))
    return unless(all_present, OTHER_PARENT_UNINFORMED.broken("/informed_otherwise"))


def may_cancel(facts: ConversationFacts, guardian_id: UUID) -> bool:
    """Whether this guardian may cancel the whole conversation (R17); for the school, `can_go` is enough.

    Only who takes part may, and not when another guardian with authority or a right to information does too: then one
    can only step back oneself.
    """
    guardians = facts.having(*GUARDIANS)
    others = [one for one in guardians if one.person_id != guardian_id]
    takes_part = len(others) < len(guardians)
    return takes_part and not any(one.legal_authority or one.right_to_information for one in others)


def _informed_by_right(facts: ConversationFacts) -> list[GuardianFacts]:
    """Of a student of age, nobody: then parents know what the student lets them know (R19)."""
    return [] if student_is_of_age(facts) else [one for one in facts.guardians if one.right_to_information]
