"""A request for a deed, with its round, its parties and what the caller is to it."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.requests import RequestParty, TalkRequest
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.queries.family_of import round_of
from domain.conferences.queries.people import is_asked
from domain.conferences.queries.request_visibility import is_of_viewer, reads_request_as_team
from domain.conferences.queries.standing import Seen, SeenBy
from domain.conferences.rules.requesting import WITHDRAWN
from domain.conferences.rules.states import Deed
from domain.kernel.errors import Conflict
from domain.kernel.session import SchoolSession

_REQUESTS = SeenBy(TalkRequest, member=is_of_viewer, team=reads_request_as_team)


class Asked(NamedTuple):
    """A talk that is asked for, and who takes part; `own` are the caller's own families among them."""

    request: TalkRequest
    round_: ConferenceRound
    parties: list[RequestParty]
    own: list[RequestParty]
    seen: Seen

    @property
    def joined(self) -> list[RequestParty]:
        """The families that come."""
        return [one for one in self.parties if one.family_id and not one.awaits_yes]


async def get_asked(session: SchoolSession, request_id: UUID, version: int | None = None) -> Asked:
    """
    Raises:
        NotFound, Stale. Conflict: `wrong_state` of the round, or `request_withdrawn`.
    """
    seen = await _REQUESTS.get(session, request_id, version)
    request: TalkRequest = seen.row
    round_ = await round_of(session, request, Deed.REQUEST)
    if request.withdrawn_at is not None:
        raise Conflict(WITHDRAWN)
    of_this = (col(RequestParty.school_id) == request.school_id, col(RequestParty.request_id) == request_id)
    parties = await session.rows(select(RequestParty).where(*of_this).order_by(col(RequestParty.position)))
    mine = await _own_families(session, parties) if seen.by_family else set()
    return Asked(request, round_, parties, [one for one in parties if one.family_id in mine], seen)


async def _own_families(session: SchoolSession, parties: list[RequestParty]) -> set[UUID]:
    me, named = session.principal, [one.family_id for one in parties if one.family_id]
    mine = is_asked(ConferenceFamily, me.guardian_id)
    these = (col(ConferenceFamily.school_id) == me.school_id, col(ConferenceFamily.id).in_(named), mine)
    return set((await session.execute(select(col(ConferenceFamily.id)).where(*these))).scalars())
