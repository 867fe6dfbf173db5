"""Opening a case: fetching what the rules look at."""

from collections.abc import Sequence

from domain.catalogue.models import Presence
from domain.conversations.facts import TypeFacts
from domain.conversations.models.background import AskedForm
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.conversations.queries.background import find_background
from domain.conversations.queries.cases import Case, Time
from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid
from domain.kernel.session import SchoolSession


async def open_case(
    session: SchoolSession,
    conversation: Conversation,
    participants: Sequence[Participant],
    times: Sequence[Time] = (),
) -> Case:
    """Fetch what the rules look at, for the conversation where it stands or at the times it may move to.

    Raises:
        Invalid: `unknown_reference` when there is no such student or meeting type.
    """
    starts = [time.starts_at for time in times] or [conversation.starts_at]
    background = await find_background(session, conversation, participants, starts)
    if background is None:
        raise Invalid(DOES_NOT_EXIST, Detail("/student_id", DOES_NOT_EXIST))
    if not background.forms:
        raise Invalid(DOES_NOT_EXIST, Detail("/meeting_type", DOES_NOT_EXIST))
    return Case(conversation, participants, type_facts(background.forms[0]), background)


def type_facts(found: AskedForm) -> TypeFacts:
    """What the form asks, as the rules look at it."""
    return TypeFacts(
        found.key,
        levels=frozenset(found.levels),
        min_minutes=found.min_minutes,
        max_minutes=found.max_minutes,
        interpreter_buffer_minutes=found.interpreter_buffer_minutes,
        channels=frozenset(one["channel"] for one in found.channels),
        required_roles=frozenset(one["role"] for one in found.participants if one["presence"] == Presence.REQUIRED),
        agenda_set_by=found.agenda_set_by,
        host_moments=frozenset(found.host_moments),
        first_week=found.season["first_week"],
        last_week=found.season["last_week"],
    )
