"""From planned to past: changing, cancelling, starting, completing, and nobody coming."""

from uuid import UUID

from domain.conversations.actions.hold import hold, let_go
from domain.conversations.actions.stepping_back import step_back
from domain.conversations.actions.telling import tell
from domain.conversations.facts import Status
from domain.conversations.models.conversations import ConversationFields
from domain.conversations.models.participants import CancelFields
from domain.conversations.queries.life import Life, get_life
from domain.conversations.queries.opening import open_case
from domain.conversations.rules import Deed, check_proposal, check_start, may_cancel
from domain.kernel.row import Fields
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession


async def change(session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> None:
    """Another room, goal, briefing and so on, as long as it has not begun; the rules look again.

    Raises:
        NotFound, Forbidden, Stale: as everywhere.
        Conflict: `wrong_state`, or `double_booking` of the new room.
        Invalid: `rule_broken`.
    """
    life = await get_life(session, row_id, version=version)
    life.ensure(Deed.RESCHEDULE)
    life.ensure_run_by(session.principal)
    it, room_id = life.conversation, life.conversation.room_id
    it.take(it.patched(ConversationFields, patch))
    case = await open_case(session, *life)
    it.warnings = [found.record() for found in warnings_of(check_proposal(case.facts()))]
    if it.is_time_chosen and it.room_id != room_id:
        await hold(session, life)
    tell(session, "changed", it)


async def cancel(session: SchoolSession, row_id: UUID, fields: CancelFields) -> None:
    """It does not take place. A guardian beside another one only steps back: one parent cannot cancel for both (R17).

    Raises:
        Conflict: `wrong_state`.
        NotFound, Forbidden: as everywhere.
    """
    life = await get_life(session, row_id)
    life.ensure(Deed.CANCEL)
    if life.is_run_by(session.principal):
        life.conversation.cancelled_reason = fields.reason
        await end(session, life, Status.CANCELLED, "cancelled")
        return
    own = life.answering(session.principal, session.principal.guardian_id)
    case = await open_case(session, *life)
    alone = own.guardian_id is not None and may_cancel(case.facts(), own.guardian_id)
    await step_back(session, life, own, fields.reason)
    if alone:
        await end(session, life, Status.CANCELLED, "cancelled")


async def start(session: SchoolSession, row_id: UUID) -> None:
    """Who comes is there: the rules look once more, at what must be ready by now.

    Raises:
        Conflict: `wrong_state`. Invalid: `rule_broken`.
        NotFound, Forbidden: as everywhere.
    """
    life = await get_life(session, row_id)
    life.ensure(Deed.START)
    life.ensure_run_by(session.principal)
    case = await open_case(session, *life)
    it = life.conversation
    it.warnings = [found.record() for found in warnings_of(check_start(case.facts()))]
    it.status = Status.RUNNING
    tell(session, "started", it)


async def complete(session: SchoolSession, row_id: UUID) -> None:
    """The conversation has been held; its people and room are free again.

    Raises:
        Conflict: `wrong_state`.
        NotFound, Forbidden: as everywhere.
    """
    life = await get_life(session, row_id)
    life.ensure(Deed.COMPLETE)
    life.ensure_run_by(session.principal)
    await end(session, life, Status.COMPLETED, "completed")


async def miss(session: SchoolSession, row_id: UUID) -> None:
    """Nobody of the family came. That is no refusal and no score: find another channel (R10, R38).

    Raises:
        Conflict: `wrong_state`.
        NotFound, Forbidden: as everywhere.
    """
    life = await get_life(session, row_id)
    life.ensure(Deed.NO_SHOW)
    life.ensure_run_by(session.principal)
    await end(session, life, Status.NO_SHOW, "missed")


async def end(session: SchoolSession, life: Life, status: Status, deed: str) -> None:
    """It leads nowhere from here, and its time is free again."""
    life.conversation.status = status
    await let_go(session, life.conversation)
    tell(session, deed, life.conversation)
