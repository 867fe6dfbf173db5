"""A family for a deed, with its round and what the caller is to it."""

from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.queries.people import is_asked
from domain.conferences.queries.standing import Seen, SeenBy
from domain.conferences.queries.visibility import reads_family_as_team
from domain.conferences.rules.states import Deed, ensure
from domain.kernel.session import SchoolSession

_FAMILY: Any = ConferenceFamily
_FAMILIES = SeenBy(
    ConferenceFamily,
    member=lambda viewer: is_asked(_FAMILY, viewer.guardian_id),
    team=lambda viewer: reads_family_as_team(viewer, _FAMILY),
)


class InRound(NamedTuple):
    """A family as the caller sees it, and its round."""

    family: ConferenceFamily
    round_: ConferenceRound
    seen: Seen


async def get_family(session: SchoolSession, family_id: UUID, deed: Deed, version: int | None = None) -> InRound:
    """
    Raises:
        NotFound: when it is not there or the caller may not see it. Stale. Conflict: `wrong_state`.
    """
    seen = await _FAMILIES.get(session, family_id, version)
    return InRound(seen.row, await round_of(session, seen.row, deed), seen)


async def round_of(session: SchoolSession, part: Any, deed: Deed) -> ConferenceRound:
    """The round of a family or a request, held as it is until the deed is done.

    Raises:
        Conflict: `wrong_state`.
    """
    this = (col(ConferenceRound.school_id) == part.school_id, col(ConferenceRound.id) == part.round_id)
    held = select(ConferenceRound).where(*this).with_for_update(read=True)
    found = await session.execute(held.execution_options(populate_existing=True))
    round_ = found.scalar_one()
    ensure(round_.status, deed)
    return round_
