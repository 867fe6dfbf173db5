"""What the school keeps no note of (R24, R28)."""

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conversations.note_facts import NoteFacts
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

GUIDANCE_CENTRE_APART = Rule(
    "guidance_centre_note",
    "Notities van of voor het CLB staan niet bij die van de school. Het CLB heeft een eigen dossier.",
    "Les notes du CLB ou pour le CLB ne se gardent pas avec celles de l'école. Le CLB a son propre dossier.",
    "Notes by or for the pupil guidance centre are not kept with the school's. The centre has a file of its own.",
    number="R24",
    source=("36", "37"),
)
WHATSAPP_LEAVES_NOTHING = Rule(
    "whatsapp_leaves_no_note",
    "Van een gesprek via WhatsApp bewaart de school geen notitie.",
    "L'école ne garde pas de note d'un entretien par WhatsApp.",
    "The school keeps no note of a conversation on WhatsApp.",
    number="R28",
    source=("S", "43", "J"),
)


def check_guidance_centre(note: NoteFacts) -> list[Finding]:
    """The guidance centre's secrecy is its own: being at a talk is no consent to share (R24)."""
    by_the_centre = note.written_by is ParticipantRole.PUPIL_GUIDANCE_CENTRE
    return unless(not by_the_centre and not note.for_guidance_centre, GUIDANCE_CENTRE_APART.broken())


def check_whatsapp_note(note: NoteFacts) -> list[Finding]:
    """WhatsApp is a channel and nothing more (R28); what was agreed is kept as an agreement."""
    return unless(note.channel is not Channel.WHATSAPP, WHATSAPP_LEAVES_NOTHING.broken())
