"""Who may interpret: never a student, never a minor, rather not a relative (R21)."""

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.people_facts import Attendee
from domain.conversations.rules.ages import OF_AGE, age
from domain.conversations.rules.wording import seats
from domain.kernel.rule import Finding, Rule

INTERPRETER_IS_STUDENT = Rule(
    "interpreter_is_student",
    "Een leerling tolkt nooit. Vraag een sociaal tolk.",
    "Un élève n'est jamais interprète. Demandez un interprète social.",
    "A student never interprets. Ask for a community interpreter.",
    number="R21",
    source=("52", "53", "54", "55", "J"),
)
INTERPRETER_IS_MINOR = Rule(
    "interpreter_is_minor",
    "Wie tolkt, is minstens {age} jaar.",
    "La personne qui interprète a au moins {age} ans.",
    "Whoever interprets is at least {age} years old.",
    number="R21",
    source=("52", "53", "54", "55", "J"),
)
INTERPRETER_IS_RELATIVE = Rule(
    "interpreter_is_relative",
    "Een familielid of kennis die tolkt, vertaalt soms niet alles. Een sociaal tolk geeft meer zekerheid.",
    "Un proche qui interprète ne traduit pas toujours tout. Un interprète social offre plus de certitude.",
    "A relative or friend who interprets may not translate everything. A community interpreter is safer.",
    number="R21",
    severity="warning",
    source=("52", "53", "54", "55", "J"),
)
INTERPRETER_NOT_PROFESSIONAL = Rule(
    "interpreter_not_professional",
    "Voor een moeilijk onderwerp is een professionele tolk nodig.",
    "Un sujet difficile demande un interprète professionnel.",
    "A hard subject needs a professional interpreter.",
    number="R21",
    source=("52", "53", "54", "55", "J"),
)


def check_interpreters(facts: ConversationFacts) -> list[Finding]:
    """All that R21 asks of each interpreter. One without a day of birth was confirmed to be of age in the register."""
    return [
        rule.broken(seat, age=OF_AGE)
        for seat, one in seats(facts)
        if one.role is ParticipantRole.INTERPRETER
        for rule in _broken_by(one, facts)
    ]


def _broken_by(one: Attendee, facts: ConversationFacts) -> list[Rule]:
    broken = {
        INTERPRETER_IS_STUDENT: one.is_student or one.person_id == facts.student.student_id,
        INTERPRETER_IS_MINOR: one.born_on is not None and age(one.born_on, facts.local_date) < OF_AGE,
        INTERPRETER_IS_RELATIVE: one.is_relative,
        INTERPRETER_NOT_PROFESSIONAL: facts.is_sensitive and not one.is_professional,
    }
    return [rule for rule, is_broken in broken.items() if is_broken]
