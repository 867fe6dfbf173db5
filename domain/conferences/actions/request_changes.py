"""Changing one's mind about a talk."""

from uuid import UUID

from domain.conferences.actions.looking import ROUND_BROKEN
from domain.conferences.actions.merging import standing_requests, take_over, talk_of
from domain.conferences.actions.requests import check_pin
from domain.conferences.actions.telling import tell_request
from domain.conferences.models.requests import TalkFields, TalkRequest
from domain.conferences.queries.request_of import Asked, get_asked
from domain.conferences.rules.requesting import BROUGHT_BY_OTHERS, NOTHING_ASKED, check_said_by_family, highest
from domain.kernel import clock
from domain.kernel.errors import Conflict
from domain.kernel.row import Fields
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession


async def change_request(session: SchoolSession, request_id: UUID, patch: Fields, version: int) -> None:
    """Other topics, with or without the student, another rank; for the staff also how much it is needed.

    Raises:
        NotFound, Stale. Conflict: of a talk that another household brought. Invalid: what the school says, or a pin.
    """
    asked = await get_asked(session, request_id, version)
    request, by_family = asked.request, asked.seen.by_family
    if by_family and len(asked.joined) > 1 and request.created_by_guardian_id != session.principal.guardian_id:
        raise Conflict(BROUGHT_BY_OTHERS)
    fields = request.patched(TalkFields, patch)
    found = check_said_by_family(patch.model_fields_set, fields) if by_family else []
    warnings_of([*found, *await check_pin(session, asked.round_, fields)], ROUND_BROKEN)
    if not by_family and "need" in patch.model_fields_set:
        request.staff_need = fields.need
    request.take(fields)
    request.need = highest(request.staff_need, wanted_by_family=request.wanted_by_family)
    tell_request(session, "changed", request)


async def withdraw(session: SchoolSession, request_id: UUID) -> None:
    """A family steps out, or no longer asks; the staff no longer asks. What the other asks for stays (R17, R09).

    Raises:
        NotFound. Conflict: `wrong_state`, `request_withdrawn`.
    """
    asked = await get_asked(session, request_id)
    request = asked.request
    if asked.seen.by_family and _others_come(asked):
        for party in asked.own:
            await session.delete(party)
        request.touch()
        tell_request(session, "changed", request)
        return
    if asked.seen.by_family:
        request.wanted_by_family = False
    else:
        request.staff_need = None
    _settle_need(request)
    tell_request(session, "withdrawn" if request.withdrawn_at else "changed", request)


async def agree(session: SchoolSession, request_id: UUID) -> None:
    """The household that was asked along says yes; its own talk with the same people becomes this one.

    Raises:
        NotFound. Conflict: `nothing_asked` when nobody waits for this caller.
    """
    asked = await get_asked(session, request_id)
    waiting = [one for one in asked.own if one.awaits_yes]
    if not waiting:
        raise Conflict(NOTHING_ASKED)
    request, mine = asked.request, [one.family_id for one in waiting if one.family_id]
    its_own = talk_of(asked.parties)._replace(families=frozenset(mine))
    if same := (await standing_requests(session, asked.round_, mine)).get(its_own):
        take_over(request, same.staff_need, wanted_by_family=same.wanted_by_family)
        same.withdrawn_at = clock.now()
        tell_request(session, "withdrawn", same)
    for party in waiting:
        party.awaits_yes = False
    request.touch()
    tell_request(session, "agreed", request)


def _others_come(asked: Asked) -> bool:
    """Another household takes part, or the caller's was only asked along: one parent does not cancel for both."""
    own = {one.family_id for one in asked.own}
    return any(one.family_id not in own for one in asked.joined)


def _settle_need(request: TalkRequest) -> None:
    request.need = highest(request.staff_need, wanted_by_family=request.wanted_by_family)
    if request.staff_need is None and not request.wanted_by_family:
        request.withdrawn_at = clock.now()
