"""Agreeing who does what, and saying that it is done."""

from uuid import UUID

from domain.conversations.facts import Status
from domain.conversations.models.agreements import Agreement, AgreementChangeFields, AgreementFields
from domain.conversations.queries.life import Life, get_life
from domain.conversations.queries.locked import Locked
from domain.conversations.queries.record import AGREEMENTS
from domain.conversations.rules import WRONG_STATE
from domain.kernel.errors import DOES_NOT_EXIST, Conflict, Detail, Invalid
from domain.kernel.events import record
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession

HELD = frozenset({Status.RUNNING, Status.COMPLETED})
"""What was agreed is written down during the conversation or after it."""

_AGREEMENT = Locked(Agreement, AGREEMENTS.visible)


async def agree(session: SchoolSession, conversation_id: UUID, fields: AgreementFields) -> Agreement:
    """Keep what was agreed; it stays in sight until it is done.

    Raises:
        Conflict: `wrong_state` when there was no conversation (yet).
        Invalid: `unknown_reference` for somebody who takes no part.
        NotFound, Forbidden: as everywhere.
    """
    life = await get_life(session, conversation_id)
    life.ensure_run_by(session.principal)
    it = life.conversation
    if it.status not in HELD:
        raise Conflict(WRONG_STATE)
    _ensure_takes_part(life, fields.participant_id)
    made = Agreement.of(it.school_id, fields, conversation_id=it.id, student_id=it.student_id)
    session.add(made)
    _tell(session, "made", made)
    return made


async def change_agreement(session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> None:
    """Done, by another day, or in other words; by everybody of the team who sees it, such as next year's teacher.

    Raises:
        Invalid: `unknown_reference` for somebody who takes no part.
        Forbidden: for a colleague who was there as a parent.
        NotFound, Stale: as everywhere.
    """
    agreement = await _AGREEMENT.get(session, row_id, version)
    life = await get_life(session, agreement.conversation_id)
    life.ensure_not_as_parent(session.principal)
    was_done = agreement.done_at is not None
    agreement.take(agreement.patched(AgreementChangeFields, patch))
    _ensure_takes_part(life, agreement.participant_id)
    is_done = agreement.done_at is not None
    _tell(session, "done" if is_done and not was_done else "changed", agreement)


def _ensure_takes_part(life: Life, participant_id: UUID | None) -> None:
    if participant_id is not None and participant_id not in {one.id for one in life.participants}:
        raise Invalid(DOES_NOT_EXIST, Detail("/participant_id", DOES_NOT_EXIST))


def _tell(session: SchoolSession, deed: str, it: Agreement) -> None:
    ids = {"conversation_id": it.conversation_id, "student_id": it.student_id}
    record(session, f"agreement.{deed}", "agreements", it.id, **ids)
