"""The small words in which the rules are said."""

from collections.abc import Callable, Collection

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.people_facts import Attendee
from domain.kernel.rule import Finding, Rule


def unless(holds: bool, found: Finding) -> list[Finding]:
    """Nothing when it holds, else what was found."""
    return [] if holds else [found]


def is_said(text: str | None) -> bool:
    """Whether there are words in it."""
    return bool((text or "").strip())


def each(
    roles: Collection[ParticipantRole],
    facts: ConversationFacts,
    fits: Callable[[Attendee], bool],
    rule: Rule,
    field: str = "",
) -> list[Finding]:
    """The rule, broken by each one in these roles that does not fit; points at their place among the participants."""
    return [rule.broken(seat + field) for seat, one in seats(facts) if one.role in roles and not fits(one)]


def seats(facts: ConversationFacts) -> list[tuple[str, Attendee]]:
    """Who takes part, each with a JSON pointer to their place among the participants."""
    return [
        (f"/participants/{number if one.place is None else one.place}", one)
        for number, one in enumerate(facts.attendees)
    ]
