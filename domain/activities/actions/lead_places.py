"""Tours on request: moments that the school offers to a family, and the one it takes."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.activities.actions.leads import LEAD_COLLECTION, get_lead
from domain.activities.actions.moving_up import move_up
from domain.activities.actions.tour_parts import get_tour
from domain.activities.models.leads import Lead, LeadPlace, LeadPlaceFields
from domain.activities.models.moments import ActivityMoment
from domain.activities.queries.places import people_coming
from domain.activities.queries.tour_guides import guides_at
from domain.activities.rules.tour_groups import ensure_room, groups_of
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.session import SchoolSession


async def give_place(session: SchoolSession, lead_id: UUID, fields: LeadPlaceFields) -> None:
    """Offer a moment, or take it for the family at once; in place of what was said of that moment before.

    Raises:
        NotFound: no such lead or moment.
        Invalid: `not_a_tour`.
        Conflict: `tour_full`.
    """
    lead = await get_lead(session, lead_id)
    moment = await session.get_row(ActivityMoment, fields.moment_id)
    await get_tour(session, moment.activity_id)
    place = await _place(session, lead, moment.id)
    if place is None:
        place = LeadPlace.of(lead.school_id, fields, lead_id=lead.id)
        session.add(place)
    place.take(fields)
    await _settle(session, lead, moment)


async def take_place(session: SchoolSession, lead_id: UUID, moment_id: UUID) -> None:
    """The family comes at this moment.

    Raises:
        NotFound: when it was never offered.
        Conflict: `tour_full`.
    """
    lead = await get_lead(session, lead_id)
    moment = await session.get_row(ActivityMoment, moment_id)
    (await _offered(session, lead, moment_id)).is_taken = True
    await _settle(session, lead, moment)


async def give_back_place(session: SchoolSession, lead_id: UUID, moment_id: UUID, version: int) -> None:
    """The family does not come then; the lead must have this version."""
    lead = await get_lead(session, lead_id, version)
    await session.delete(await _offered(session, lead, moment_id))
    await move_up(session, moment_id)
    _tell(session, lead)


async def _settle(session: SchoolSession, lead: Lead, moment: ActivityMoment) -> None:
    """The moment is locked: who comes at the same time waits here, so that a group never grows too large."""
    groups = groups_of(await guides_at(session, moment), moment.id)
    ensure_room(groups, moment.capacity, await people_coming(session, moment))
    _tell(session, lead)


def _tell(session: SchoolSession, lead: Lead) -> None:
    lead.touch()
    LEAD_COLLECTION.tell(session, "changed", lead.id)


async def _offered(session: SchoolSession, lead: Lead, moment_id: UUID) -> LeadPlace:
    place = await _place(session, lead, moment_id)
    if place is None:
        raise NotFound(NOT_FOUND)
    return place


async def _place(session: SchoolSession, lead: Lead, moment_id: UUID) -> LeadPlace | None:
    this = (col(LeadPlace.lead_id) == lead.id, col(LeadPlace.moment_id) == moment_id)
    return await session.find_row(select(LeadPlace).where(col(LeadPlace.school_id) == lead.school_id, *this))
