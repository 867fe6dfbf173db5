"""The time that a guide gives, so that nobody is in two places at once (R16)."""

from collections.abc import Iterable
from uuid import UUID

from domain.activities.models.moments import ActivityMoment
from domain.activities.models.tour_guides import TourGuide
from domain.conversations.actions.claimed import households_of
from domain.kernel.claiming import claim, release
from domain.kernel.claims import Claimed
from domain.kernel.resources import ResourceKind
from domain.kernel.session import SchoolSession


async def take_guide(session: SchoolSession, guide: TourGuide, moment: ActivityMoment) -> None:
    """Hold the guide for the whole moment; of a parent, the household.

    Raises:
        Conflict: `double_booking`.
    """
    homes = await households_of(session, [guide.guardian_id] if guide.guardian_id else [])
    await session.flush()
    await claim(session, guide.id, [*_claimed(guide, moment, homes)])


async def let_guide_go(session: SchoolSession, guide: TourGuide) -> None:
    """Give the time back."""
    await release(session, guide.id)


def _claimed(guide: TourGuide, moment: ActivityMoment, homes: dict[UUID, list[UUID]]) -> Iterable[Claimed]:
    time = (moment.starts_at, moment.ends_at)
    if guide.staff_id:
        yield Claimed(ResourceKind.TEACHER, guide.staff_id, *time)
    if guide.student_id:
        yield Claimed(ResourceKind.STUDENT, guide.student_id, *time)
    if guide.guardian_id:
        for home in homes.get(guide.guardian_id, [guide.guardian_id]):
            yield Claimed(ResourceKind.HOUSEHOLD, home, *time)
