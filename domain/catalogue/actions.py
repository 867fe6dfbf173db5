"""What a school does with the library: add to it, adapt it, hide of it. The library itself stays as it is."""

from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import col

from domain.catalogue.models import AdaptableRow, PointFields, QuestionFields
from domain.catalogue.pictograms import pictograms
from domain.catalogue.queries import (
    POINT_LISTING,
    QUESTION_LISTING,
    PointQuery,
    QuestionQuery,
    find_meeting_type,
    phase_keys,
)
from domain.catalogue.rules import check_place, check_question
from domain.kernel.collection import Collection
from domain.kernel.errors import DOES_NOT_EXIST, NOT_FOUND, Conflict, Detail, Forbidden, Invalid, Message, NotFound
from domain.kernel.row import PLATFORM, Fields, Row
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession

ADAPT_INSTEAD = Message(
    "library_row",
    "Dit hoort bij de gedeelde bibliotheek en blijft zoals het is. Maak een eigen versie (adapt) of verberg het.",
    "Ceci appartient à la bibliothèque partagée et reste tel quel. Adaptez-le pour votre école (adapt) ou masquez-le.",
    "This belongs to the shared library and stays as it is: adapt it instead, or hide it.",
)
ALREADY_OWN = Message(
    "already_own",
    "Je school heeft hiervan al een eigen versie, of verborg het. Wijzig die versie of herstel eerst (restore).",
    "Votre école en a déjà sa propre version, ou l'a masqué. Modifiez cette version ou rétablissez d'abord (restore).",
    "Your school has its own version of this already, or hid it. Change that version, or restore first.",
)
UNSUITABLE = Message(
    "unsuitable_question",
    "Deze vraag past zo niet in de catalogus. Kijk bij `errors` waarom.",
    "Cette question ne convient pas telle quelle au catalogue. Voyez pourquoi sous `errors`.",
    "This question does not suit the catalogue like this. See `errors` for why.",
)


class Adaptable(Collection):
    """Rows of the library that a school adds to, adapts and hides by rows of its own."""

    async def check(self, session: SchoolSession, fields: Fields) -> None:
        """Refuse what does not suit the catalogue."""

    async def create(self, session: SchoolSession, fields: Fields, **more: Any) -> Row:
        await self.check(session, fields)
        return await super().create(session, fields, **more)

    async def get(self, session: SchoolSession, row_id: UUID, version: int | None = None) -> Row:
        """The school's own row, for a change.

        Raises:
            Forbidden: when it is a row of the library. NotFound, Stale: as ever.
        """
        try:
            return await super().get(session, row_id, version)
        except NotFound:
            if await self._find_own(session, row_id) is None and await self._find_in_library(session, row_id):
                raise Forbidden(ADAPT_INSTEAD) from None
            raise

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Row:
        row = await self.get(session, row_id, version)
        fields = row.patched(self.fields, patch)
        await self.check(session, fields)
        row.take(fields)
        self.tell(session, "changed", row_id)
        return row

    async def adapt(self, session: SchoolSession, row_id: UUID, patch: Fields) -> Row:
        """An own version of a row of the library, which it replaces in this school.

        Raises:
            Conflict: when the school has one already. NotFound: when the library has no such row.
        """
        if await self._find_own(session, row_id):
            raise Conflict(ALREADY_OWN)
        row = await self._override(session, row_id, patch)
        self.tell(session, "adapted", row.id, adapts_id=row_id)
        return row

    async def hide(self, session: SchoolSession, row_id: UUID) -> None:
        """Take a row, the library's or an own one, out of the school's sight."""
        own = await self._find_own(session, row_id) or await self._override(session, row_id, self.patch())
        own.hidden = True
        self.tell(session, "hidden", row_id)

    async def restore(self, session: SchoolSession, row_id: UUID) -> UUID:
        """Drop the adaptation or the hiding, named by its own id or that of the library.

        Returns:
            The id of what the school sees from now on.
        """
        own = await self._find_own(session, row_id)
        if own is None:
            return (await self._get_from_library(session, row_id)).id
        self.tell(session, "restored", row_id)
        if own.adapts_id is None:
            own.hidden = False
            return own.id
        await session.delete(own)
        return own.adapts_id

    async def _override(self, session: SchoolSession, row_id: UUID, patch: Fields) -> AdaptableRow:
        library = await self._get_from_library(session, row_id)
        fields = library.patched(self.fields, patch)
        await self.check(session, fields)
        place = {"adapts_id": library.id, "key": library.key, "position": library.position}
        own: AdaptableRow = self._rows.of(session.principal.school_id, fields, **place)
        session.add(own)
        return own

    @property
    def _rows(self) -> type[AdaptableRow]:
        assert issubclass(self.table, AdaptableRow)
        return self.table

    async def _find_own(self, session: SchoolSession, row_id: UUID) -> AdaptableRow | None:
        """The school's row with this id or in place of this row of the library, hidden or not; locked."""
        table = self._rows
        named = or_(col(table.id) == row_id, col(table.adapts_id) == row_id)
        return await session.find_row(select(table).where(col(table.school_id) == session.principal.school_id, named))

    async def _find_in_library(self, session: SchoolSession, row_id: UUID) -> AdaptableRow | None:
        """Overridden or not, and not locked: row security lets a school lock its own rows only."""
        table = self._rows
        rows = await session.rows(select(table).where(col(table.school_id) == PLATFORM, col(table.id) == row_id))
        return rows[0] if rows else None

    async def _get_from_library(self, session: SchoolSession, row_id: UUID) -> AdaptableRow:
        found = await self._find_in_library(session, row_id)
        if found is None:
            raise NotFound(NOT_FOUND)
        return found


class Questions(Adaptable):
    """Questions are open, short, and have a place in their meeting type."""

    async def check(self, session: SchoolSession, fields: Fields) -> None:
        """Refuse a closed or long question (R37), a phase or level that its meeting type has not, and a pictogram that
        nobody drew.

        Raises:
            Invalid: with a detail for each.
        """
        assert isinstance(fields, QuestionFields)
        meeting_type = await find_meeting_type(session, fields.meeting_type)
        if meeting_type is None:
            raise Invalid(DOES_NOT_EXIST, Detail("/meeting_type", DOES_NOT_EXIST))
        if fields.pictogram not in pictograms():
            raise Invalid(DOES_NOT_EXIST, Detail("/pictogram", DOES_NOT_EXIST))
        place = check_place(fields.phase, fields.levels, phase_keys(meeting_type), meeting_type.levels)
        warnings_of([*place, *check_question(fields.text, fields.plain)], UNSUITABLE)


QUESTIONS = Questions("question", QuestionFields, QUESTION_LISTING, QuestionQuery)
CHECKLIST_POINTS = Adaptable("checklist_point", PointFields, POINT_LISTING, PointQuery)
