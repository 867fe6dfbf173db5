"""The life of an activity. Looking back on it stands with the evaluation."""

from uuid import UUID

from domain.activities.actions.activities import ACTIVITY_COLLECTION, open_activity
from domain.activities.actions.readiness import ensure_essentials
from domain.activities.models.words import ActivityStatus
from domain.activities.queries.moments import moments_of
from domain.activities.rules.moments import check_begun
from domain.activities.rules.states import Deed
from domain.kernel import clock
from domain.kernel.claiming import release
from domain.kernel.session import SchoolSession


async def ask_about_activity(session: SchoolSession, activity_id: UUID) -> None:
    """The families it is meant for are asked what they would like. They are asked once: again changes nothing.

    Raises:
        NotFound. Conflict: `wrong_state`.
    """
    activity = await open_activity(session, activity_id, Deed.ASK)
    if activity.asked_at is None:
        activity.asked_at = clock.now()
        ACTIVITY_COLLECTION.tell(session, "asked", activity_id)


async def prepare_activity(session: SchoolSession, activity_id: UUID) -> None:
    """The idea is taken up.

    Raises:
        NotFound. Conflict: `wrong_state`.
    """
    activity = await open_activity(session, activity_id, Deed.PREPARE)
    activity.status = ActivityStatus.PREPARING
    ACTIVITY_COLLECTION.tell(session, "prepared", activity_id)


async def invite_to_activity(session: SchoolSession, activity_id: UUID) -> None:
    """Families hear of it and see it from now on.

    Raises:
        NotFound. Conflict: `wrong_state`. Invalid: `not_ready`, naming each essential that is missing (R34).
    """
    activity = await open_activity(session, activity_id, Deed.INVITE)
    await ensure_essentials(session, activity)
    activity.status, activity.invited_at = ActivityStatus.INVITED, clock.now()
    ACTIVITY_COLLECTION.tell(session, "invited", activity_id)


async def hold_activity(session: SchoolSession, activity_id: UUID) -> None:
    """It took place.

    Raises:
        NotFound. Conflict: `wrong_state`, `activity_not_begun`.
    """
    activity = await open_activity(session, activity_id, Deed.HOLD)
    check_begun((one.starts_at for one in await moments_of(session, activity_id)), clock.now())
    activity.status, activity.held_at = ActivityStatus.HELD, clock.now()
    ACTIVITY_COLLECTION.tell(session, "held", activity_id)


async def cancel_activity(session: SchoolSession, activity_id: UUID) -> None:
    """It does not take place: rooms, interpreters and who helps are free again.

    Raises:
        NotFound. Conflict: `wrong_state`.
    """
    activity = await open_activity(session, activity_id, Deed.CANCEL)
    await release(session, *(one.id for one in await moments_of(session, activity_id)))
    activity.status = ActivityStatus.CANCELLED
    ACTIVITY_COLLECTION.tell(session, "cancelled", activity_id)
