"""Setting up a round."""

from typing import Any
from uuid import UUID

from domain.conferences.actions.looking import look_again
from domain.conferences.models.rounds import ConferenceRound, RoundFields
from domain.conferences.queries.rounds import ROUND_LISTING, RoundQuery
from domain.conferences.queries.visibility import sees_round
from domain.conferences.rules.states import Deed, ensure
from domain.conversations.queries.locked import Locked
from domain.kernel.collection import Collection
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession

_LOCKED = Locked(ConferenceRound, sees_round)
_HELD = Locked(ConferenceRound, sees_round, shared=True)


class Rounds(Collection):
    """A round is looked at by the rules whenever it changes, and taken away only as long as nobody was asked."""

    async def create(self, session: SchoolSession, fields: Fields, **more: Any) -> ConferenceRound:
        row = await super().create(session, fields, created_by_id=session.principal.staff_id, **more)
        assert isinstance(row, ConferenceRound)
        await look_again(session, row)
        return row

    async def get(self, session: SchoolSession, row_id: UUID, version: int | None = None) -> ConferenceRound:
        return await _LOCKED.get(session, row_id, version)

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> ConferenceRound:
        row = await get_round(session, row_id, Deed.SET_UP, version)
        row.take(row.patched(RoundFields, patch))
        await look_again(session, row)
        self.tell(session, "changed", row_id)
        return row

    async def remove(self, session: SchoolSession, row_id: UUID, version: int) -> None:
        await get_round(session, row_id, Deed.DELETE, version)
        await super().remove(session, row_id, version)


ROUND_COLLECTION = Rounds("conference_round", RoundFields, ROUND_LISTING, RoundQuery)


async def get_round(session: SchoolSession, row_id: UUID, deed: Deed, version: int | None = None) -> ConferenceRound:
    """The round for this deed, locked, if the principal may see it.

    Raises:
        NotFound, Stale: as `SchoolSession.get_row`. Conflict: `wrong_state`.
    """
    row = await ROUND_COLLECTION.get(session, row_id, version)
    ensure(row.status, deed)
    return row


async def see_round(session: SchoolSession, row_id: UUID, deed: Deed) -> ConferenceRound:
    """The same for what many people do at once: the round stays as it is meanwhile, and nobody waits.

    Raises:
        NotFound. Conflict: `wrong_state`.
    """
    row = await _HELD.get(session, row_id)
    ensure(row.status, deed)
    return row
