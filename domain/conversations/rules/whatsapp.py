"""Talking over WhatsApp (R28)."""

from domain.catalogue.models.words import Channel
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.rules.family import GUARDIANS, of_the_school
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

WHATSAPP_NOT_CHOSEN = Rule(
    "whatsapp_not_chosen",
    "WhatsApp kan alleen als het gezin daar zelf voor koos.",
    "WhatsApp n'est possible que si la famille l'a choisi elle-même.",
    "WhatsApp is possible only if the family chose it.",
    number="R28",
    source=("S", "43", "J"),
)
WHATSAPP_ONE_TO_ONE = Rule(
    "whatsapp_one_to_one",
    "Via WhatsApp praat één ouder met één persoon van de school, nooit een groep.",
    "Sur WhatsApp, un seul parent parle avec une seule personne de l'école, jamais un groupe.",
    "On WhatsApp one parent talks with one person of the school, never a group.",
    number="R28",
    source=("S", "43", "J"),
)


def check_whatsapp(facts: ConversationFacts) -> list[Finding]:
    """Only the channel, only because the family chose it, only one to one (R28)."""
    if facts.channel is not Channel.WHATSAPP:
        return []
    chose = {one.guardian_id for one in facts.guardians if one.chose_whatsapp}
    guardians = facts.having(*GUARDIANS)
    chosen = all(one.person_id in chose for one in guardians)
    one_to_one = len(guardians) == 1 and len(of_the_school(facts)) <= 1
    return unless(chosen, WHATSAPP_NOT_CHOSEN.broken("/channel")) + unless(
        one_to_one, WHATSAPP_ONE_TO_ONE.broken("/participants")
    )
