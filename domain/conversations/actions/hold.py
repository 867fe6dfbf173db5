"""Taking and letting go of the time of people and places, so that nobody is booked twice (R16).

A conversation holds its time as soon as there is one time only, before the family has answered: what is offered must
still be free when the family says yes. While the family chooses from several times nothing is held, as ten offers
would block ten evenings of a teacher; the time that is chosen first, wins.
"""

from domain.conversations.actions.claimed import claimed_by, households_of
from domain.conversations.models.conversations import Conversation
from domain.conversations.queries.life import Life
from domain.kernel.claiming import claim, keep_only, release
from domain.kernel.claims import Claimed
from domain.kernel.session import SchoolSession


async def hold(session: SchoolSession, life: Life) -> None:
    """Take the conversation's time of everybody who comes, in place of what it held before.

    Raises:
        Conflict: `double_booking`, naming the kind of what is taken.
    """
    await let_go(session, life.conversation)
    await take(session, life)


async def take(session: SchoolSession, life: Life) -> None:
    """The same for a conversation that holds nothing yet."""
    await claim(session, life.conversation.id, await _wanted(session, life))


async def let_leave(session: SchoolSession, life: Life) -> None:
    """Give back the time of who no longer comes; the others keep what they have."""
    await keep_only(session, life.conversation.id, await _wanted(session, life))


async def _wanted(session: SchoolSession, life: Life) -> list[Claimed]:
    coming = [one for one in life.participants if one.answer is None or one.is_open]
    homes = await households_of(session, [one.guardian_id for one in coming if one.guardian_id])
    return [*claimed_by(life.conversation, coming, homes)]


async def let_go(session: SchoolSession, conversation: Conversation) -> None:
    """Give back all the time it held."""
    await release(session, conversation.id)
