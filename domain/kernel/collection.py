"""A plain resource: rows that are made, changed and removed as their fields say, each time with its event."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel

from domain.kernel.events import record
from domain.kernel.page import PageQuery
from domain.kernel.read import Document, Listing
from domain.kernel.row import Fields, Row, patch_of
from domain.kernel.session import SchoolSession


@dataclass(frozen=True)
class Collection:
    """What a resource is called (`noun`, English singular), what of it a client writes, and how it is read."""

    noun: str
    fields: type[Fields]
    listing: Listing
    query: type[PageQuery] = PageQuery

    @property
    def listed_as(self) -> type[SQLModel]:
        """How a row stands in a list."""
        return self.document.read

    def listed(self, _: PageQuery) -> Listing:
        """The list that a query asks for."""
        return self.listing

    @property
    def document(self) -> Document:
        return self.listing.document

    @property
    def table(self) -> type[Row]:
        return self.document.table

    @property
    def patch(self) -> type[Fields]:
        return patch_of(self.fields)

    async def create(self, session: SchoolSession, fields: Fields, **more: Any) -> Row:
        """A new row of the session's school; `more` are columns that a client does not write."""
        row = self.table.of(session.principal.school_id, fields, **more)
        session.add(row)
        self.tell(session, "created", row.id)
        return row

    async def get(self, session: SchoolSession, row_id: UUID, version: int | None = None) -> Row:
        """The row for a change, if the principal may see it.

        Raises:
            NotFound, Stale: as `SchoolSession.get_row`.
        """
        return await session.get_row(self.table, row_id, self.document.visible(session.viewer), version=version)

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Row:
        """Merge the patch into the row, which must have this version."""
        row = await self.get(session, row_id, version)
        row.take(row.patched(self.fields, patch))
        self.tell(session, "changed", row_id)
        return row

    async def remove(self, session: SchoolSession, row_id: UUID, version: int) -> None:
        """Take the row away; the feed keeps a tombstone."""
        await session.delete(await self.get(session, row_id, version))
        self.tell(session, "deleted", row_id)

    def tell(self, session: SchoolSession, deed: str, row_id: UUID, **ids: UUID | str | None) -> None:
        """Record `<noun>.<deed>`."""
        record(session, f"{self.noun}.{deed}", str(self.table.__tablename__), row_id, **ids)


@dataclass(frozen=True)
class Part(Collection):
    """Rows that belong to a row of another table, the whole."""

    async def add(self, session: SchoolSession, whole_id: UUID, fields: Fields) -> Row:
        """A new part of this whole."""
        raise NotImplementedError
