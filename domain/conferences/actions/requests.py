"""Asking for a talk: by the staff, or by a family."""

from uuid import UUID

from domain.conferences.actions.checking import sessions_of
from domain.conferences.actions.looking import ROUND_BROKEN
from domain.conferences.actions.merging import Kept, keep, settle, standing_requests
from domain.conferences.models.requests import RequestFields, RequestParty, TalkFields
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.queries.asking import known_of, other_household
from domain.conferences.queries.family_of import get_family
from domain.conferences.rules.requesting import check_people, check_pinned, check_said_by_family
from domain.conferences.rules.states import Deed
from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid, NotFound
from domain.kernel.rule import Finding, warnings_of
from domain.kernel.session import SchoolSession


async def ask(session: SchoolSession, round_: ConferenceRound, fields: RequestFields) -> Kept:
    """A talk is asked for; asked for twice, it is one, with the higher need of both.

    Raises:
        Invalid: pointing at who has no part in it, or at what is not for a family to say. Conflict: `wrong_state`.
    """
    by_family = await _asked_by_family(session, round_, fields)
    known = await known_of(session, round_, fields, by_family=by_family)
    found = check_people(known, fields.student_ids, fields.staff_ids)
    said = check_said_by_family(fields.model_fields_set, fields) if by_family else []
    warnings_of([*found, *said, *await check_pin(session, round_, fields)], ROUND_BROKEN)
    return await _keep(session, round_, fields, by_family=by_family)


async def check_pin(session: SchoolSession, round_: ConferenceRound, fields: TalkFields) -> list[Finding]:
    """Whether a talk that was agreed beforehand stands on the grid, in a session."""
    interpreted = fields.interpreter_language is not None
    minutes = fields.minutes or (round_.interpreted_talk_minutes if interpreted else round_.talk_minutes)
    sessions = await sessions_of(session, round_) if fields.pinned_at else []
    return check_pinned(fields.pinned_at, minutes, round_.grid_minutes, sessions)


async def _asked_by_family(session: SchoolSession, round_: ConferenceRound, fields: RequestFields) -> bool:
    """Who is a guardian of one of the families asks for that one alone (R17)."""
    asked = [await _family(session, round_, at, one) for at, one in enumerate(fields.family_ids)]
    if any(asked) and len(asked) > 1:
        raise Invalid(DOES_NOT_EXIST, Detail("/family_ids/1", DOES_NOT_EXIST))
    return any(asked)


async def _family(session: SchoolSession, round_: ConferenceRound, at: int, family_id: UUID) -> bool:
    """Whether the caller is of this family; whoever may not see it, or finds it in another round, is told nothing."""
    try:
        found = await get_family(session, family_id, Deed.REQUEST)
    except NotFound:
        found = None
    if found is None or found.round_.id != round_.id:
        raise Invalid(DOES_NOT_EXIST, Detail(f"/family_ids/{at}", DOES_NOT_EXIST))
    return found.seen.by_family


async def _keep(session: SchoolSession, round_: ConferenceRound, fields: RequestFields, *, by_family: bool) -> Kept:
    talk = TalkFields.model_validate(fields.model_dump(include=set(TalkFields.model_fields)))
    standing = await standing_requests(session, round_, fields.family_ids)
    kept = keep(session, round_, talk, parties_of(round_, fields), standing, by_family=by_family)
    if by_family and fields.with_other_household:
        kept.request.with_other_household = True
        other = await other_household(session, round_, fields.family_ids[0], fields.student_ids)
        if other and kept.joining:
            kept.joining.append(_party(round_, family_id=other, position=1, awaits_yes=True))
    await settle(session, [kept])
    return kept


def parties_of(round_: ConferenceRound, fields: RequestFields) -> list[RequestParty]:
    """Who takes part, in the order in which they are named."""
    named = {"family_id": fields.family_ids, "student_id": fields.student_ids, "staff_id": fields.staff_ids}
    return [
        _party(round_, position=at, **{kind: one})
        for kind, ids in named.items()
        for at, one in enumerate(dict.fromkeys(ids))
    ]


def _party(round_: ConferenceRound, **more: object) -> RequestParty:
    return RequestParty(school_id=round_.school_id, **more)
