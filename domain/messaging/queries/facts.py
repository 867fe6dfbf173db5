"""What messages tell, fetched for a batch in a constant number of statements."""

from collections.abc import Sequence
from uuid import UUID

from domain.kernel.session import SchoolSession
from domain.messaging.models.messages import Message
from domain.messaging.wording.facts import MessageFacts


async def facts_of(session: SchoolSession, messages: Sequence[Message]) -> dict[UUID, MessageFacts]:
    """The facts by the id of the message, each with only what its reader may see. What is gone is not there."""
    raise NotImplementedError
