"""What a form asks: its level and the moment around it (R07; the rest follows from R39)."""

from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import Form
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule
from domain.school.models.words import Level

LEVEL_OUTSIDE_FORM = Rule(
    "level_outside_form",
    "Deze gespreksvorm is niet bedoeld voor het niveau van deze leerling.",
    "Cette forme d'entretien n'est pas prévue pour le niveau de cet élève.",
    "This form of conversation is not meant for this student's level.",
    number="R39",
    source=("J",),
)
NURSERY_ONLY = Rule(
    "nursery_only",
    "De Babbelboom is er voor kleuters.",
    "L'arbre à paroles est réservé aux enfants de maternelle.",
    "The talking tree is for nursery children.",
    number="R07",
    source=("S",),
)
HOST_MOMENT_MISSING = Rule(
    "host_moment_missing",
    "Zeg binnen welk ander moment de Babbelboom op tafel komt, bijvoorbeeld een oudercontact.",
    "Dites pendant quel autre moment vous utilisez l'arbre à paroles, par exemple une réunion de parents.",
    "Say inside which other moment the talking tree is used, such as a parent-teacher meeting.",
    number="R07",
    source=("S",),
)


def check_level(facts: ConversationFacts) -> list[Finding]:
    """The talking tree stays in nursery (R07); other forms say their levels themselves."""
    if facts.type.key == Form.TALKING_TREE and facts.student.level is not Level.NURSERY:
        return [NURSERY_ONLY.broken("/student_id")]
    return unless(facts.student.level in facts.type.levels, LEVEL_OUTSIDE_FORM.broken("/student_id"))


def check_host_moment(facts: ConversationFacts) -> list[Finding]:
    """The talking tree is never a meeting of its own: it takes place inside one of its host moments (R07)."""
    inside_another = facts.type.key != Form.TALKING_TREE or facts.host_moment in facts.type.host_moments
    return unless(inside_another, HOST_MOMENT_MISSING.broken("/host_moment"))
