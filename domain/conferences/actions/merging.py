"""Keeping what is asked for: the same families, students and staff ask for one talk, whoever says it again."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.catalogue.models.words import ParticipantRole
from domain.conferences.actions.telling import tell_request
from domain.conferences.models.requests import MOST_TOPICS, RequestParty, TalkFields, TalkRequest
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.words import Need
from domain.conferences.rules.requesting import RISING, highest
from domain.kernel.session import SchoolSession


class Talk(NamedTuple):
    """Who a talk is for, about and with."""

    families: frozenset[UUID]
    students: frozenset[UUID]
    staff: frozenset[UUID]


Standing = dict[Talk, TalkRequest]
"""The talks that are asked for already."""


class Kept(NamedTuple):
    """A request, and who takes part in it when it is a new one."""

    request: TalkRequest
    joining: list[RequestParty]


async def standing_requests(session: SchoolSession, round_: ConferenceRound, family_ids: Iterable[UUID]) -> Standing:
    """What these families' talks are now."""
    party, school = RequestParty, col(RequestParty.school_id) == round_.school_id
    theirs = select(col(party.request_id)).where(school, col(party.family_id).in_(list(family_ids)))
    mine = (col(TalkRequest.school_id) == round_.school_id, col(TalkRequest.round_id) == round_.id)
    asked = select(TalkRequest).where(*mine, col(TalkRequest.withdrawn_at).is_(None), col(TalkRequest.id).in_(theirs))
    requests = {one.id: one for one in await session.rows(asked.with_for_update())}
    parties = await session.rows(select(party).where(school, col(party.request_id).in_(list(requests))))
    return {talk_of([one for one in parties if one.request_id == key]): request for key, request in requests.items()}


def talk_of(parties: Sequence[RequestParty]) -> Talk:
    """Families that were asked along and did not say yes yet have no part in it."""
    return Talk(
        frozenset(one.family_id for one in parties if one.family_id and not one.awaits_yes),
        frozenset(one.student_id for one in parties if one.student_id),
        frozenset(one.staff_id for one in parties if one.staff_id),
    )


def keep(
    session: SchoolSession,
    round_: ConferenceRound,
    fields: TalkFields,
    parties: Sequence[RequestParty],
    standing: Standing,
    *,
    by_family: bool,
) -> Kept:
    """A new request, or the one that stands with the higher need of both."""
    talk = talk_of(parties)
    if request := standing.get(talk):
        _raise(request, fields, by_family=by_family)
        tell_request(session, "changed", request)
        return Kept(request, [])
    me = session.principal
    request = TalkRequest.of(
        round_.school_id,
        fields,
        round_id=round_.id,
        brought_by=ParticipantRole.GUARDIAN if by_family else ParticipantRole.TEACHER,
        created_by_staff_id=None if by_family else me.staff_id,
        created_by_guardian_id=me.guardian_id if by_family else None,
        staff_need=None if by_family else fields.need,
        wanted_by_family=by_family,
    )
    session.add(request)
    standing[talk] = request
    tell_request(session, "created", request)
    return Kept(request, list(parties))


async def settle(session: SchoolSession, kept: Iterable[Kept]) -> None:
    """Let people join the new requests, once these are there to be pointed to."""
    await session.flush()
    for request, joining in kept:
        for one in joining:
            one.request_id = request.id
        session.add_all(joining)


def _raise(request: TalkRequest, fields: TalkFields, *, by_family: bool) -> None:
    """The need is the higher of both. What was left out before may be said now; nothing that stands is lost."""
    if by_family:
        request.wanted_by_family = True
    else:
        request.staff_need = max(Need(request.staff_need or Need.NOT_NEEDED), fields.need, key=RISING.index)
    request.need = highest(request.staff_need, wanted_by_family=request.wanted_by_family)
    request.topics = list(dict.fromkeys([*request.topics, *fields.topics]))[:MOST_TOPICS]
    for name in ("minutes", "channel", "interpreter_language", "pinned_at"):
        if getattr(request, name) is None:
            setattr(request, name, getattr(fields, name))
    request.with_student = request.with_student or fields.with_student
