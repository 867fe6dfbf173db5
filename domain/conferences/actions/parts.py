"""What a round is made of: sessions, places, people. The rules look at the round whenever one of them changes."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from domain.conferences.actions.checking import check_part
from domain.conferences.actions.looking import look_again
from domain.conferences.actions.rounds import ROUND_COLLECTION, get_round
from domain.conferences.actions.standing_talks import ensure_no_talks_outside
from domain.conferences.models.places import ConferenceRoomFields, LocationFields, SessionFields
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.separations import SeparationFields
from domain.conferences.models.staff import ConferenceInterpreterFields, ConferenceStaffFields
from domain.conferences.queries.places import LOCATIONS, ROOMS, SESSIONS
from domain.conferences.queries.separations import SEPARATIONS
from domain.conferences.queries.staff import INTERPRETERS, STAFF
from domain.conferences.rules.states import Deed
from domain.conversations.queries.locked import Locked
from domain.kernel.collection import Part
from domain.kernel.read import Document, Listing
from domain.kernel.row import Fields, Row
from domain.kernel.session import SchoolSession


@dataclass(frozen=True)
class RoundPart(Part):
    """Rows that belong to a round. A change of one is a change of the round, and the feed tells it so."""

    deed: Deed = Deed.SET_UP

    async def add(self, session: SchoolSession, whole_id: UUID, fields: Fields) -> Row:
        """A new part of this round."""
        round_ = await get_round(session, whole_id, self.deed)
        await check_part(session, round_, fields)
        row = self.table.of(round_.school_id, fields, round_id=round_.id)
        session.add(row)
        await self._changed(session, round_)
        return row

    @cached_property
    def _locked(self) -> Locked[Row]:
        return Locked(self.table, self.document.visible)

    async def get(self, session: SchoolSession, row_id: UUID, version: int | None = None) -> Row:
        return await self._locked.get(session, row_id, version)

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Row:
        row: Any = await self.get(session, row_id, version)
        round_ = await get_round(session, row.round_id, self.deed)
        fields = row.patched(self.fields, patch)
        await check_part(session, round_, fields)
        row.take(fields)
        await self._changed(session, round_)
        return row  # type: ignore[no-any-return]

    async def remove(self, session: SchoolSession, row_id: UUID, version: int) -> None:
        row: Any = await self.get(session, row_id, version)
        round_ = await get_round(session, row.round_id, self.deed)
        await session.delete(row)
        await self._changed(session, round_)

    async def _changed(self, session: SchoolSession, round_: ConferenceRound) -> None:
        round_.touch()
        await look_again(session, round_)
        ROUND_COLLECTION.tell(session, "changed", round_.id, part=self.noun)


class SessionPart(RoundPart):
    """Talks that stand in a session are not pushed out of it: a new plan moves them, and asks who comes."""

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Row:
        row: Any = await self.get(session, row_id, version)
        fields: Any = row.patched(self.fields, patch)
        await ensure_no_talks_outside(session, row, (fields.starts_at, fields.ends_at))
        return await super().change(session, row_id, patch, version)

    async def remove(self, session: SchoolSession, row_id: UUID, version: int) -> None:
        await ensure_no_talks_outside(session, await self.get(session, row_id, version))
        await super().remove(session, row_id, version)


def _part(noun: str, fields: type[Fields], document: Document, deed: Deed = Deed.SET_UP) -> RoundPart:
    return RoundPart(noun, fields, Listing(document, sorts={}), deed=deed)


SESSION_PART = SessionPart("conference_session", SessionFields, Listing(SESSIONS, sorts={}), deed=Deed.SHAPE)
LOCATION_PART = _part("conference_location", LocationFields, LOCATIONS)
ROOM_PART = _part("conference_room", ConferenceRoomFields, ROOMS)
STAFF_PART = _part("conference_staff_member", ConferenceStaffFields, STAFF)
INTERPRETER_PART = _part("conference_interpreter", ConferenceInterpreterFields, INTERPRETERS)
SEPARATION_PART = _part("conference_separation", SeparationFields, SEPARATIONS)
