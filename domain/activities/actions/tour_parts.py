"""What a tour is made of: its stops and its guides."""

from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from domain.activities.actions.claimed import claim_anew
from domain.activities.models.activities import Activity
from domain.activities.models.tour_guides import TourGuide, TourGuideFields
from domain.activities.models.tour_questions import TourQuestion
from domain.activities.models.tour_stops import MOST_STOPS, StopOrder, TourStop, TourStopFields
from domain.activities.models.words import ActivityKind
from domain.activities.queries.activities import get_activity
from domain.activities.queries.moments import moments_of
from domain.activities.queries.tour_guides import GUIDES
from domain.activities.queries.tour_stops import STOPS, stops_of
from domain.activities.rules.tour_parts import check_order, ensure_a_tour, ensure_room_for_a_stop
from domain.kernel.collection import Part
from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid
from domain.kernel.events import record
from domain.kernel.read import Listing
from domain.kernel.row import Fields, Row
from domain.kernel.session import SchoolSession


async def get_tour(session: SchoolSession, activity_id: UUID, *, lock: bool = False) -> Activity:
    """The activity, which is a tour.

    Raises:
        NotFound: as everywhere.
        Invalid: `not_a_tour`.
    """
    activity = await get_activity(session, activity_id, lock=lock)
    ensure_a_tour(ActivityKind(activity.kind))
    return activity


async def order_stops(session: SchoolSession, activity_id: UUID, fields: StopOrder) -> None:
    """Walk the stops in this order.

    Raises:
        Invalid: `not_all_stops` when one misses, is named twice or is not of this tour.
    """
    activity = await get_tour(session, activity_id, lock=True)
    stops = {stop.id: stop for stop in await stops_of(session, activity)}
    check_order(list(stops), fields.stop_ids)
    for position, stop_id in enumerate(fields.stop_ids, 1):
        stops[stop_id].position = position
    tell_of(session, activity.id, "tour_stop")


class TourPart(Part):
    """Rows that belong to a tour; the feed tells of a change of them as a change of the activity."""

    def tell(self, session: SchoolSession, deed: str, row_id: UUID, **ids: UUID | str | None) -> None:
        """As a change of the activity, which `add` and its likes name."""

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Row:
        row: Any = await super().change(session, row_id, patch, version)
        tell_of(session, row.activity_id, self.noun)
        return row  # type: ignore[no-any-return]

    async def remove(self, session: SchoolSession, row_id: UUID, version: int) -> None:
        row: Any = await self.get(session, row_id)
        await super().remove(session, row_id, version)
        tell_of(session, row.activity_id, self.noun)


class Stops(TourPart):
    """Stops stand in an order; a new one comes last."""

    async def add(self, session: SchoolSession, whole_id: UUID, fields: Fields) -> Row:
        activity = await get_tour(session, whole_id, lock=True)
        stops = await stops_of(session, activity)
        ensure_room_for_a_stop(len(stops), MOST_STOPS)
        last = max((stop.position for stop in stops), default=0)
        stop = TourStop.of(activity.school_id, fields, activity_id=activity.id, position=last + 1)
        session.add(stop)
        tell_of(session, activity.id, self.noun)
        return stop

    async def remove(self, session: SchoolSession, row_id: UUID, version: int) -> None:
        """Questions that were asked there stay, as questions of the tour."""
        await self.get(session, row_id, version)
        there = (col(TourQuestion.school_id) == session.principal.school_id, col(TourQuestion.stop_id) == row_id)
        await session.execute(update(TourQuestion).where(*there).values(stop_id=None))
        await super().remove(session, row_id, version)


class Guides(TourPart):
    """Guides are held for their moment, so that nobody is in two places (R16)."""

    async def add(self, session: SchoolSession, whole_id: UUID, fields: Fields) -> Row:
        assert isinstance(fields, TourGuideFields)
        activity = await get_tour(session, whole_id)
        guide = TourGuide.of(activity.school_id, fields, activity_id=activity.id)
        session.add(guide)
        await _hold(session, guide)
        tell_of(session, activity.id, self.noun)
        return guide

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Row:
        guide: Any = await super().change(session, row_id, patch, version)
        await _hold(session, guide)
        return guide  # type: ignore[no-any-return]

    async def remove(self, session: SchoolSession, row_id: UUID, version: int) -> None:
        guide: Any = await self.get(session, row_id, version)
        await super().remove(session, row_id, version)
        await claim_anew(session, guide.activity_id, *await moments_of(session, guide.activity_id))


async def _hold(session: SchoolSession, guide: TourGuide) -> None:
    """At the moment that it is now."""
    moments = await moments_of(session, guide.activity_id)
    if all(one.id != guide.moment_id for one in moments):
        raise Invalid(DOES_NOT_EXIST, Detail("/moment_id", DOES_NOT_EXIST))
    await claim_anew(session, guide.activity_id, *moments)


def tell_of(session: SchoolSession, activity_id: UUID, part: str) -> None:
    """The feed hears that the activity changed."""
    record(session, "activity.changed", "activities", activity_id, part=part)


STOP_PART = Stops("tour_stop", TourStopFields, Listing(STOPS, sorts={}))
GUIDE_PART = Guides("tour_guide", TourGuideFields, Listing(GUIDES, sorts={}))
