"""What a form asks: its level, channel, roles and moment (R03, R04, R07; the rest follows from R39)."""

from collections.abc import Iterable

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conversations.facts import ConversationFacts, Form
from domain.conversations.rules.ages import student_is_of_age
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule
from domain.school.models.words import Level

_Role = ParticipantRole
REVERSE_CHANNELS = frozenset({Channel.IN_PERSON, Channel.PHONE, Channel.WHATSAPP, Channel.VIDEO})
START_ROLES = frozenset({_Role.STUDENT, _Role.GUARDIAN, _Role.TEACHER})
STAND_INS = {
    _Role.GUARDIAN: frozenset({_Role.GUARDIAN, _Role.OTHER_GUARDIAN}),
    _Role.HEAD: frozenset({_Role.HEAD, _Role.CARE_COORDINATOR, _Role.TEACHER, _Role.COLLEAGUE}),
}
"""Who fills a required role as well: the other parent is a parent, and a head delegates."""

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
CHANNEL_OUTSIDE_FORM = Rule(
    "channel_outside_form",
    "Deze gespreksvorm kan niet op deze manier. Kies een andere plaats of een ander kanaal.",
    "Cette forme d'entretien ne peut pas se faire de cette manière. Choisissez un autre lieu ou un autre canal.",
    "This form of conversation cannot be held this way. Choose another place or another channel.",
    number="R39",
    source=("J",),
)
REVERSE_CHANNEL = Rule(
    "reverse_conversation_channel",
    "Een omgekeerd oudergesprek hou je op school, aan de telefoon, met WhatsApp of met een videogesprek.",
    "Un entretien inversé se fait à l'école, par téléphone, par WhatsApp ou en vidéo.",
    "A reverse conversation is held at school, by phone, on WhatsApp or by video.",
    number="R03",
    source=("S", "J"),
)
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


def check_level(facts: ConversationFacts) -> list[Finding]:
    """The talking tree stays in nursery (R07); other forms say their levels themselves."""
    if facts.type.key == Form.TALKING_TREE and facts.student.level is not Level.NURSERY:
        return [NURSERY_ONLY.broken("/student_id")]
    return unless(facts.student.level in facts.type.levels, LEVEL_OUTSIDE_FORM.broken("/student_id"))


def check_host_moment(facts: ConversationFacts) -> list[Finding]:
    """The talking tree is never a meeting of its own: it takes place inside one of its host moments (R07)."""
    inside_another = facts.type.key != Form.TALKING_TREE or facts.host_moment in facts.type.host_moments
    return unless(inside_another, HOST_MOMENT_MISSING.broken("/host_moment"))


def check_channel(facts: ConversationFacts) -> list[Finding]:
    """A reverse talk can be held in four ways (R03); other forms say their channels themselves."""
    if facts.type.key == Form.REVERSE_CONVERSATION and facts.channel not in REVERSE_CHANNELS:
        return [REVERSE_CHANNEL.broken("/channel")]
    return unless(facts.channel in facts.type.channels, CHANNEL_OUTSIDE_FORM.broken("/channel"))


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
