"""Giving and taking roles. A role is gone on the next request, since it is read from the database each time."""

from typing import Any
from uuid import UUID

from sqlmodel import col

from domain.kernel.collection import Collection
from domain.kernel.page import PageQuery
from domain.kernel.permissions import Role
from domain.kernel.principal import Membership, MembershipFields, MembershipRead
from domain.kernel.read import Document, Listing
from domain.kernel.role_holders import check_holder
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession
from domain.kernel.text import Line


class MembershipQuery(PageQuery):
    """Which memberships."""

    role: Role | None = None
    subject: Line | None = None


class Memberships(Collection):
    """A membership names a person of its own school, and nobody gives the platform's role within a school."""

    async def create(self, session: SchoolSession, fields: Fields, **more: Any) -> Membership:
        assert isinstance(fields, MembershipFields)
        check_holder(fields, session.principal.school_id)
        row = await super().create(session, fields, **more)
        assert isinstance(row, Membership)
        return row

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Membership:
        row = await super().change(session, row_id, patch, version)
        assert isinstance(row, Membership)
        check_holder(MembershipFields.model_validate(row, from_attributes=True), session.principal.school_id)
        return row


MEMBERSHIPS = Memberships(
    "membership",
    MembershipFields,
    Listing(Document(MembershipRead, Membership), sorts={"created_at": col(Membership.created_at)}),
    MembershipQuery,
)
