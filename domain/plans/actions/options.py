"""Writes of what school and staff offer."""

from typing import Any
from uuid import UUID

from sqlmodel import col

from domain.kernel.collection import Collection
from domain.kernel.errors import FORBIDDEN, Forbidden
from domain.kernel.permissions import OFFICE
from domain.kernel.principal import Principal
from domain.kernel.read import Listing
from domain.kernel.row import Fields, Row
from domain.kernel.session import SchoolSession
from domain.plans.models.options import CommunicationOptions, CommunicationOptionsFields
from domain.plans.queries.options import OPTIONS


class Options(Collection):
    """Staff say what they offer themselves, the office what the school and everybody offer."""

    async def create(self, session: SchoolSession, fields: Fields, **more: Any) -> Row:
        assert isinstance(fields, CommunicationOptionsFields)
        _check_offers_for(session.principal, fields.staff_id)
        return await super().create(session, fields, **more)

    async def get(self, session: SchoolSession, row_id: UUID, version: int | None = None) -> Row:
        row = await session.get_row(CommunicationOptions, row_id, version=version)
        _check_offers_for(session.principal, row.staff_id)
        return row

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Row:
        row = await super().change(session, row_id, patch, version)
        assert isinstance(row, CommunicationOptions)
        _check_offers_for(session.principal, row.staff_id)
        return row


OPTION_COLLECTION = Options(
    "communication_options",
    CommunicationOptionsFields,
    Listing(OPTIONS, sorts={"created_at": col(CommunicationOptions.created_at)}),
)


def _check_offers_for(principal: Principal, staff_id: UUID | None) -> None:
    own = staff_id is not None and staff_id == principal.staff_id
    if not own and not principal.has(*OFFICE):
        raise Forbidden(FORBIDDEN)
