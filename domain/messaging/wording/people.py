"""Who a message names: its sender, its reader, and who else will be there."""

from domain.conversations.facts import PROFESSIONALS
from domain.messaging.wording.cleaning import on_one_line
from domain.messaging.wording.facts import Companion, MessageFacts
from domain.messaging.wording.moments import listed
from domain.messaging.wording.templates import kind_of, label, phrase
from domain.plans.models.words import Party


def people_of(facts: MessageFacts, language: str) -> dict[str, str]:
    """By placeholder; what nobody is there for is left out."""
    companions = facts.talk.companions if facts.talk else ()
    announced = [with_reason(one, language) for one in companions if one.role in PROFESSIONALS]
    student = _name(facts.student)
    said = {
        "recipient": _name(facts.recipient),
        "student": student,
        "about": _about(facts.party, student, language),
        "school": _name(facts.sender.school),
        "sender": sender_of(facts, language),
        "caller": on_one_line(facts.sender.person or "") or phrase("your_name", language),
        "who": label("comma", language).join(in_role(one, language) for one in companions),
        "professionals": listed(announced),
    }
    return {name: words for name, words in said.items() if words}


def sender_of(facts: MessageFacts, language: str) -> str:
    """`Anna Claes, De Wissel`, or the school alone."""
    name, person = _name(facts.sender.name), on_one_line(facts.sender.person or "")
    return phrase("sender", language, person=person, name=name) if person else name


def in_role(one: Companion, language: str) -> str:
    """`Anna Claes (leerkracht)`; whose name is not known by their role alone."""
    role, name = kind_of("roles", one.role, language), on_one_line(one.name or "")
    return phrase("in_role", language, who=name, role=role) if name else role


def with_reason(one: Companion, language: str) -> str:
    """And why they come (R23)."""
    who, reason = in_role(one, language), on_one_line(one.reason or "")
    return phrase("with_reason", language, who=who, reason=reason) if reason else who


def _about(party: Party, student: str, language: str) -> str:
    return phrase("about_you", language) if party is Party.STUDENT else phrase("about", language, student=student)


def _name(text: str) -> str:
    """What nobody can read has no letters, but its place in the sentence stays."""
    return on_one_line(text) or "…"
