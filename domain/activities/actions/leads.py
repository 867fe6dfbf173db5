"""Families who are not enrolled yet: kept as briefly as they are needed. Events of them carry ids only."""

from typing import Any
from uuid import UUID

from domain.activities.models.leads import Lead, LeadFields
from domain.activities.queries.leads import LEAD_LISTING, LeadQuery
from domain.activities.rules.leads import last_day
from domain.kernel import clock
from domain.kernel.collection import Collection
from domain.kernel.replay import forget_about
from domain.kernel.row import Fields, Row
from domain.kernel.session import SchoolSession


class Leads(Collection):
    """A lead has a last day, and leaves nothing when it goes."""

    async def create(self, session: SchoolSession, fields: Fields, **more: Any) -> Row:
        assert isinstance(fields, LeadFields)
        today = clock.now().date()
        fields.keep_until = last_day(today, fields.keep_until, today)
        return await super().create(session, fields, **more)

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Row:
        lead: Any = await self.get(session, row_id, version)
        fields = lead.patched(LeadFields, patch)
        fields.keep_until = last_day(lead.created_at.date(), fields.keep_until, clock.now().date())
        lead.take(fields)
        self.tell(session, "changed", row_id)
        return lead  # type: ignore[no-any-return]

    async def remove(self, session: SchoolSession, row_id: UUID, version: int) -> None:
        await erase(session, await get_lead(session, row_id, version))


LEAD_COLLECTION = Leads("lead", LeadFields, LEAD_LISTING, query=LeadQuery)


async def get_lead(session: SchoolSession, row_id: UUID, version: int | None = None) -> Lead:
    """The lead for a change.

    Raises:
        NotFound, Stale: as everywhere.
    """
    return await session.get_row(Lead, row_id, version=version)


async def erase(session: SchoolSession, lead: Lead) -> None:
    """Take away the lead, its places and every answer that told of it; the feed keeps a tombstone."""
    await session.delete(lead)
    await forget_about(session, lead.id)
    LEAD_COLLECTION.tell(session, "deleted", lead.id)
