"""A conversation for a deed: the row, locked, with who takes part, when the caller may see it."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.conversations.queries.locked import Locked
from domain.conversations.queries.visibility import sees_conversation
from domain.conversations.rules import WRONG_STATE, Deed, can_go
from domain.kernel.errors import FORBIDDEN, Conflict, Detail, Forbidden, Invalid, Message
from domain.kernel.permissions import OFFICE, SYSTEM
from domain.kernel.principal import Principal
from domain.kernel.session import SchoolSession

WHOSE_ANSWER = Message(
    "whose_answer",
    "Zeg voor welke ouder je dit invoert. Die moet uitgenodigd zijn voor dit gesprek.",
    "Indiquez pour quel parent vous répondez. Ce parent doit être invité à cet entretien.",
    "Say for which parent you enter this. That parent must be invited to this conversation.",
)


_CONVERSATION = Locked(Conversation, sees_conversation)


class Life(NamedTuple):
    """A conversation and who takes part, in the order in which they were named."""

    conversation: Conversation
    participants: list[Participant]

    def ensure(self, deed: Deed) -> None:
        """Refuse a deed that the state does not allow.

        Raises:
            Conflict: `wrong_state`.
        """
        if not can_go(self.conversation.status, deed):
            raise Conflict(WRONG_STATE)

    def place_of(self, principal: Principal) -> Participant | None:
        """Where the caller takes part, as staff before anything else."""
        mine = {principal.staff_id, principal.guardian_id, principal.student_id, principal.interpreter_id} - {None}
        found = [one for one in self.participants if one.person_id in mine]
        return min(found, key=lambda one: one.staff_id is None, default=None)

    def is_run_by(self, principal: Principal) -> bool:
        """The office and systems run every conversation, staff those they take part in or made; nobody one in which
        they are a parent (R17)."""
        if self.is_there_as_parent(principal):
            return False
        if principal.has(*OFFICE, *SYSTEM):
            return True
        staff = {one.staff_id for one in self.participants} | {self.conversation.created_by_id}
        return principal.staff_id is not None and principal.staff_id in staff

    def ensure_run_by(self, principal: Principal) -> None:
        """Refuse who sees the conversation but does not run it.

        Raises:
            Forbidden: a colleague, or the family.
        """
        if not self.is_run_by(principal):
            raise Forbidden(FORBIDDEN)

    def ensure_not_as_parent(self, principal: Principal) -> None:
        """Refuse who takes part as a parent, whatever else they are at the school.

        Raises:
            Forbidden: then they read what the school keeps, and do not write it.
        """
        if self.is_there_as_parent(principal):
            raise Forbidden(FORBIDDEN)

    def is_there_as_parent(self, principal: Principal) -> bool:
        """Takes part as a guardian, whatever else they are at the school."""
        guardians = {one.guardian_id for one in self.participants}
        return principal.guardian_id is not None and principal.guardian_id in guardians

    def answering(self, principal: Principal, guardian_id: UUID | None) -> Participant:
        """Whose answer this is: the caller's own, or that of a guardian for whom the school enters it.

        Raises:
            Forbidden: when the caller answers for somebody else without running the conversation.
            Invalid: when the school does not say for whom, or for somebody who was not asked.
        """
        asked = {one.person_id: one for one in self.participants if one.answer is not None}
        own = asked.get(principal.guardian_id) or asked.get(principal.student_id)
        if own and guardian_id in (None, own.person_id):
            return own
        self.ensure_run_by(principal)
        if guardian_id not in asked:
            raise Invalid(WHOSE_ANSWER, Detail("/guardian_id", WHOSE_ANSWER))
        return asked[guardian_id]


async def get_life(session: SchoolSession, row_id: UUID, *, version: int | None = None) -> Life:
    """The conversation for a change.

    Raises:
        NotFound: when it is not there or the caller may not see it.
        Stale: when it has another version than the given one.
    """
    conversation = await _CONVERSATION.get(session, row_id, version)
    return Life(conversation, await participants_of(session, row_id))


async def participants_of(session: SchoolSession, conversation_id: UUID) -> list[Participant]:
    """Who takes part, in the order in which they were named."""
    here = (
        col(Participant.school_id) == session.principal.school_id,
        col(Participant.conversation_id) == conversation_id,
    )
    return await session.rows(select(Participant).where(*here).order_by(col(Participant.id)))
