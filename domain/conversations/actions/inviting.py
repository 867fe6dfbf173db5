"""Who is asked, and who is announced, when people are brought into a conversation."""

from collections.abc import Sequence

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.facts import PROFESSIONALS
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import FAMILY_ROLES, Answer, Participant, ParticipantFields
from domain.kernel import clock


def invited(
    it: Conversation, people: Sequence[ParticipantFields], beside: Sequence[Participant] = ()
) -> list[Participant]:
    """The guardians are asked, or the student when no guardian takes part; of professionals the family is told now."""
    of_family = any(one.role in FAMILY_ROLES for one in (*people, *beside))
    asked = FAMILY_ROLES if of_family else {ParticipantRole.STUDENT}
    return [
        Participant.of(
            it.school_id,
            one,
            conversation_id=it.id,
            answer=Answer.INVITED if one.role in asked else None,
            announced_at=clock.now() if one.role in PROFESSIONALS else None,
        )
        for one in people
    ]
