"""One document behind a link: its statement is built once, and filled in with who has the link."""

import json
from functools import cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, Uuid, bindparam, cast
from sqlmodel import SQLModel, col

from domain.kernel.asking import ASKING, asked_by
from domain.kernel.read import Document, Reading
from domain.kernel.session import SchoolSession

S = TypeVar("S", bound=SQLModel)


class FoundByLink(Generic[S]):
    """Rows of a document by their id, with texts in every language: who reads chooses on the page."""

    def __init__(self, read: type[S], document: Document) -> None:
        self._read, self._document = read, document

    @cached_property
    def _statement(self) -> Select[Any]:
        this: ColumnElement[bool] = col(self._document.table.id) == bindparam("row_id", type_=Uuid)
        rows, document = self._document.rows(Reading(ASKING, None), this)
        return rows.add_columns(cast(document, String))

    async def find(self, session: SchoolSession, row_id: UUID) -> S | None:
        """None when the guardian may not (or no longer) see it."""
        body = await session.scalar(self._statement, {**asked_by(session.principal), "row_id": row_id})
        return self._read.model_validate(json.loads(body)) if body else None
