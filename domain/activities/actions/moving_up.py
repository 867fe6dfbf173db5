"""The waiting list of a moment moves up."""

from uuid import UUID

from domain.activities.models.coming import SignUpState
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.sign_ups import SignUp
from domain.activities.queries.activities import get_activity
from domain.activities.queries.places import places_left, waiting_for
from domain.activities.rules.queue import moving_up
from domain.activities.rules.signing_up import why_closed
from domain.kernel import clock
from domain.kernel.events import record
from domain.kernel.session import SchoolSession


async def move_up(session: SchoolSession, moment_id: UUID) -> None:
    """Give the places there are to who waits: after a cancellation, or when the capacity rose. Safe to repeat.

    Raises:
        NotFound: as everywhere.
    """
    moment = await session.get_row(ActivityMoment, moment_id)
    activity = await get_activity(session, moment.activity_id)
    if why_closed(activity, moment, clock.now()) is None:
        await fill(session, moment)


async def fill(session: SchoolSession, moment: ActivityMoment, newcomer: SignUp | None = None) -> None:
    """The same for a moment that this transaction holds; who came just now was not waiting."""
    for one in moving_up(await places_left(session, moment), await waiting_for(session, moment)):
        one.state = SignUpState.SIGNED_UP
        if one is not newcomer:
            with session.by_itself():  # not in the name of the family whose cancelling made room
                tell(session, "moved_up", one)


def tell(session: SchoolSession, deed: str, row: SignUp, **whose: UUID | str | None) -> None:
    """Record `activity_sign_up.<deed>`; whose it was, when it is gone."""
    of = {"activity_id": row.activity_id, "moment_id": row.moment_id, **whose}
    record(session, f"activity_sign_up.{deed}", "activity-sign-ups", row.id, **of)
