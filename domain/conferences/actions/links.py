"""Making a one-time link, and answering with it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.actions.answering import keep_answer
from domain.conferences.actions.looking import ROUND_BROKEN
from domain.conferences.actions.merging import keep, settle, standing_requests
from domain.conferences.actions.requests import parties_of
from domain.conferences.actions.telling import tell_family
from domain.conferences.models.families import AvailabilityFields, ConferenceFamily
from domain.conferences.models.links import FamilyAnswerFields, LinkAnswerFields, LinkFields, LinkMade, Wish
from domain.conferences.models.requests import RequestFields, TalkFields
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.words import Via
from domain.conferences.queries.asking import known_of
from domain.conferences.queries.family_of import get_family, round_of
from domain.conferences.rules.requesting import check_people
from domain.conferences.rules.states import Deed
from domain.kernel import clock
from domain.kernel.errors import NOT_FOUND, Conflict, NotFound
from domain.kernel.rule import Finding, warnings_of
from domain.kernel.secret import Opened, new_secret
from domain.kernel.session import SchoolSession


async def make_link(session: SchoolSession, family_id: UUID, fields: LinkFields) -> LinkMade:
    """A secret for this family, in place of the one it had. Only what it is known by is kept.

    Raises:
        NotFound. Forbidden: for the family itself. Conflict: `wrong_state`.
    """
    found = await get_family(session, family_id, Deed.ANSWER)
    found.seen.ensure_team()
    secret, kept = new_secret(session.principal.school_id)
    expires_at = clock.now() + timedelta(days=fields.valid_days)
    found.family.link_hash, found.family.link_expires_at = kept, expires_at
    tell_family(session, "link_made", found.family)
    return LinkMade(secret=secret, expires_at=expires_at)


async def family_behind(session: SchoolSession, link: Opened) -> tuple[ConferenceFamily, ConferenceRound]:
    """The family of a link that still serves.

    Raises:
        NotFound: the same for a link that is wrong, used, out of date, or of a round that asks no longer.
    """
    this = (col(ConferenceFamily.school_id) == link.school_id, col(ConferenceFamily.link_hash) == link.hash)
    family = await session.find_row(select(ConferenceFamily).where(*this))
    if family is None or family.link_expires_at is None or family.link_expires_at <= clock.now():
        raise NotFound(NOT_FOUND)
    try:
        return family, await round_of(session, family, Deed.ANSWER)
    except Conflict:
        raise NotFound(NOT_FOUND) from None


async def answer_with_link(session: SchoolSession, link: Opened, fields: LinkAnswerFields) -> None:
    """Keep what the family says, and use up the link.

    Raises:
        NotFound: the link does not serve. Invalid: pointing at windows or wishes; the link still serves then.
    """
    family, round_ = await family_behind(session, link)
    await answer_by_link(session, family, round_, fields)
    family.link_hash = family.link_expires_at = None


async def answer_by_link(
    session: SchoolSession, family: ConferenceFamily, round_: ConferenceRound, fields: FamilyAnswerFields
) -> None:
    """Keep what a family says that came with some link.

    Raises:
        Invalid: pointing at windows or wishes.
    """
    said = AvailabilityFields.model_validate(fields.model_dump(include=set(AvailabilityFields.model_fields)))
    await keep_answer(session, family, round_, said, Via.LINK)
    await _wish(session, family, round_, fields.wishes)


async def _wish(session: SchoolSession, family: ConferenceFamily, round_: ConferenceRound, wishes: list[Wish]) -> None:
    found = [broken for at, wish in enumerate(wishes) for broken in await _check(session, family, round_, at, wish)]
    warnings_of(found, ROUND_BROKEN)
    standing = await standing_requests(session, round_, [family.id])
    kept = [
        keep(
            session,
            round_,
            TalkFields.model_validate({"rank": min(rank, 9), "topics": wish.topics, "with_student": wish.with_student}),
            parties_of(round_, [family.id], [wish.student_id], wish.staff_ids),
            standing,
            by_family=True,
        )
        for rank, wish in enumerate(wishes, 1)
    ]
    await settle(session, kept)


async def _check(
    session: SchoolSession, family: ConferenceFamily, round_: ConferenceRound, at: int, wish: Wish
) -> list[Finding]:
    """What is wrong with a wish, pointing into the body."""
    named = {"family_ids": [family.id], "student_ids": [wish.student_id], "staff_ids": wish.staff_ids}
    known = await known_of(session, round_, RequestFields.model_validate(named))
    found = check_people(known, [wish.student_id], wish.staff_ids)
    return [
        replace(one, pointer=f"/wishes/{at}{one.pointer.replace('/student_ids/0', '/student_id')}") for one in found
    ]
