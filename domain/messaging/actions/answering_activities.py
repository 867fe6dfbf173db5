"""What a guardian answers with a link to an activity: that they come, that they do not, or an idea."""

from datetime import datetime
from uuid import UUID

from domain.activities.actions.ideas import bring
from domain.activities.actions.sign_up_changes import cancel, change_sign_up
from domain.activities.actions.sign_ups import sign_up
from domain.activities.models.coming import ComingThenFields, EnteredHow, SignUpFields
from domain.activities.models.idea_reads import IdeaBroughtFields
from domain.activities.models.ideas import IdeaSaidFields
from domain.conferences.models.words import Via
from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.messaging.actions.pointing import pointing_into
from domain.messaging.models.activity_seen import ActivitySeen, SignUpSeen


async def come(session: SchoolSession, activity_id: UUID, activity: ActivitySeen, coming: ComingThenFields) -> None:
    """A sign-up; or, when theirs stands, other numbers for it.

    Raises:
        Invalid: pointing into `sign_up`. Conflict: as `sign_up` and `change_sign_up`.
    """
    with pointing_into("/sign_up"):
        if mine := _mine(activity, coming.moment_id, clock.now()):
            await change_sign_up(session, mine[0].id, coming.numbers, mine[0].version)
        else:
            await sign_up(session, activity_id, SignUpFields(**dict(coming)), EnteredHow.LINK)


async def stay_away(session: SchoolSession, activity: ActivitySeen, moment_id: UUID | None) -> None:
    """From this moment, or from all that are not over. Saying so again changes nothing.

    Raises:
        Conflict: as `cancel`.
    """
    for one in _mine(activity, moment_id, clock.now()):
        await cancel(session, one.id)


def _mine(activity: ActivitySeen, moment_id: UUID | None, now: datetime) -> list[SignUpSeen]:
    ahead = (one for one in activity.moments if moment_id == one.id or (moment_id is None and one.ends_at > now))
    return [one.my_sign_up for one in ahead if one.my_sign_up]


async def bring_by_link(session: SchoolSession, activity_id: UUID | None, idea: IdeaSaidFields) -> None:
    """For the activity that the message is about, when it is about one."""
    await bring(session, IdeaBroughtFields(**dict(idea), activity_id=activity_id), Via.LINK)
