"""In which ways a form can be held (R03; the rest follows from R39)."""

from domain.catalogue.models.words import Channel
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import Form
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

REVERSE_CHANNELS = frozenset({Channel.IN_PERSON, Channel.PHONE, Channel.WHATSAPP, Channel.VIDEO})
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


def check_channel(facts: ConversationFacts) -> list[Finding]:
    """A reverse talk can be held in four ways (R03); other forms say their channels themselves."""
    if facts.type.key == Form.REVERSE_CONVERSATION and facts.channel not in REVERSE_CHANNELS:
        return [REVERSE_CHANNEL.broken("/channel")]
    return unless(facts.channel in facts.type.channels, CHANNEL_OUTSIDE_FORM.broken("/channel"))
