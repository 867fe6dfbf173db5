"""No professional comes as a surprise (R23)."""

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import PROFESSIONALS
from domain.conversations.people_facts import Attendee
from domain.conversations.rules.wording import each, is_said
from domain.kernel.rule import Finding, Rule

REASON_MISSING = Rule(
    "professional_without_reason",
    "Schrijf voor het gezin op waarom deze persoon erbij komt.",
    "Écrivez pour la famille pourquoi cette personne vient.",
    "Write down for the family why this person comes.",
    number="R23",
    source=("15", "J"),
)
NOT_ANNOUNCED = Rule(
    "professional_not_announced",
    "Het gezin moet vóór het gesprek weten dat deze persoon erbij komt.",
    "La famille doit savoir avant l'entretien que cette personne vient.",
    "The family must know before the conversation that this person comes.",
    number="R23",
    source=("15", "J"),
)
NOT_ACKNOWLEDGED = Rule(
    "professional_not_acknowledged",
    "Het gezin heeft nog niet laten weten dat het van de komst van deze persoon op de hoogte is.",
    "La famille n'a pas encore confirmé qu'elle sait que cette personne vient.",
    "The family has not yet confirmed that it knows this person comes.",
    number="R23",
    source=("15", "J"),
)


def check_reasons(facts: ConversationFacts) -> list[Finding]:
    """A professional comes with a reason that the family can read (R23)."""
    return each(_extra_professionals(facts), facts, lambda one: is_said(one.reason), REASON_MISSING, "/reason")


def check_announcements(facts: ConversationFacts) -> list[Finding]:
    """By the start, the family was told beforehand who else comes, and said that it knows (R23)."""

    def announced(one: Attendee) -> bool:
        return one.announced_at is not None and one.announced_at < facts.starts_at

    def acknowledged(one: Attendee) -> bool:
        return not announced(one) or one.acknowledged_at is not None

    extra = _extra_professionals(facts)
    return each(extra, facts, announced, NOT_ANNOUNCED) + each(extra, facts, acknowledged, NOT_ACKNOWLEDGED)


def _extra_professionals(facts: ConversationFacts) -> frozenset[ParticipantRole]:
    """Whom the form itself asks for, such as the head at an enrolment, is no surprise."""
    return PROFESSIONALS - facts.type.required_roles
