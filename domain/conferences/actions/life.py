"""The life of a round, from open to closed. Publishing stands with the schedules."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from domain.conferences.actions.calling_off import call_off
from domain.conferences.actions.closing import check_nobody_forgotten
from domain.conferences.actions.looking import look_again
from domain.conferences.actions.rounds import ROUND_COLLECTION, get_round
from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.words import FamilyStatus, RoundStatus
from domain.conferences.rules.states import Deed
from domain.kernel import clock
from domain.kernel.session import SchoolSession


async def open_round(session: SchoolSession, row_id: UUID) -> None:
    """Families and staff may say when they can.

    Raises:
        NotFound. Conflict: `wrong_state`. Invalid: `rule_broken`, naming each hard rule.
    """
    round_ = await get_round(session, row_id, Deed.OPEN)
    round_.status = RoundStatus.OPEN
    await look_again(session, round_)
    ROUND_COLLECTION.tell(session, "opened", row_id)


async def plan_round(session: SchoolSession, row_id: UUID) -> None:
    """Schedules are made. Who did not answer is not reached yet, which is no refusal (R10); late answers stay welcome.

    Raises:
        NotFound. Conflict: `wrong_state`.
    """
    round_ = await get_round(session, row_id, Deed.PLAN)
    round_.status = RoundStatus.PLANNING
    silent = (
        col(ConferenceFamily.school_id) == round_.school_id,
        col(ConferenceFamily.round_id) == row_id,
        col(ConferenceFamily.status) == FamilyStatus.ASKED,
    )
    await session.execute(update(ConferenceFamily).where(*silent).values(status=FamilyStatus.UNREACHED))
    ROUND_COLLECTION.tell(session, "planning", row_id)


async def reopen_round(session: SchoolSession, row_id: UUID) -> None:
    """Back to asking.

    Raises:
        NotFound. Conflict: `wrong_state`.
    """
    round_ = await get_round(session, row_id, Deed.REOPEN)
    round_.status = RoundStatus.OPEN
    ROUND_COLLECTION.tell(session, "reopened", row_id)


async def start_round(session: SchoolSession, row_id: UUID) -> None:
    """The first evening begins.

    Raises:
        NotFound. Conflict: `wrong_state`.
    """
    round_ = await get_round(session, row_id, Deed.START)
    round_.status = RoundStatus.RUNNING
    ROUND_COLLECTION.tell(session, "started", row_id)


async def close_round(session: SchoolSession, row_id: UUID) -> None:
    """It is over, for every family: who was not reached, or has no talk, has something else instead (R10).

    Raises:
        NotFound. Conflict: `wrong_state`. Invalid: `rule_broken`, naming these families.
    """
    round_ = await get_round(session, row_id, Deed.CLOSE)
    await check_nobody_forgotten(session, round_)
    round_.status, round_.closed_at = RoundStatus.CLOSED, clock.now()
    ROUND_COLLECTION.tell(session, "closed", row_id)


async def cancel_round(session: SchoolSession, row_id: UUID) -> None:
    """It does not take place: talks that lie ahead are called off, and nobody waits or chooses any longer.

    Raises:
        NotFound. Conflict: `wrong_state`.
    """
    round_ = await get_round(session, row_id, Deed.CANCEL)
    await call_off(session, round_)
    round_.status = RoundStatus.CANCELLED
    ROUND_COLLECTION.tell(session, "cancelled", row_id)
