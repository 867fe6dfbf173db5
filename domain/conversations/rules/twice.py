"""Nobody takes part twice (R16)."""

from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.rules.wording import seats
from domain.kernel.rule import Finding, Rule

TWICE = Rule(
    "same_person_twice",
    "Deze persoon staat twee keer in hetzelfde gesprek.",
    "Cette personne figure deux fois dans le même entretien.",
    "This person stands twice in the same conversation.",
    number="R16",
    source=("J",),
)


def check_nobody_twice(facts: ConversationFacts) -> list[Finding]:
    """One person has one place in a conversation; places in other conversations are guarded by the claims (R16)."""
    people = [one.person_id for one in facts.attendees]
    return [
        TWICE.broken(seat)
        for number, (seat, one) in enumerate(seats(facts))
        if one.person_id is not None and one.person_id in people[:number]
    ]
