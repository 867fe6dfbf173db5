"""Who the family is, and who comes from or for the school."""

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.people_facts import Attendee

GUARDIANS = frozenset({ParticipantRole.GUARDIAN, ParticipantRole.OTHER_GUARDIAN})
FAMILY = GUARDIANS | {ParticipantRole.STUDENT}


def of_the_school(facts: ConversationFacts) -> list[Attendee]:
    """Everybody but the family and the interpreter, who comes on top."""
    return [one for one in facts.attendees if one.role not in FAMILY | {ParticipantRole.INTERPRETER}]
