"""Publishing a schedule: its talks become conversations that everybody can count on, all of them or none."""

from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from domain.conferences.actions.coming_true import come_true
from domain.conferences.actions.lapsing import lapse
from domain.conferences.actions.publication import changes, claims, conversations, events, people
from domain.conferences.actions.publication.given import given_for
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.schedules import PublishFields, Schedule
from domain.conferences.models.words import RoundStatus, ScheduleOrigin, ScheduleStatus
from domain.conferences.queries.schedules import plans_rounds
from domain.conferences.queries.whole_rounds import expecting_many
from domain.conferences.rules.publishing import NO_DRAFT, NOBODY_COMES, TALKS_TAKEN
from domain.conferences.rules.states import Deed, ensure
from domain.kernel import clock
from domain.kernel.errors import Conflict, Detail, Message
from domain.kernel.events import record
from domain.kernel.resources import TAKEN_BY_KIND, ResourceKind
from domain.kernel.session import SchoolSession

MOST_NAMED = 200
"""Talks that a refusal names."""

_BEFORE = (changes.ANALYZED, people.PEOPLE, people.INDEXED, people.ANALYZED)
_WRITTEN = (
    *(conversations.ADDED, conversations.MOVED, conversations.OFFERS_GONE, conversations.CALLED_OFF),
    *(conversations.BOOKED, conversations.REBOOKED, conversations.UNBOOKED),
    *(people.OTHER_INTERPRETER, people.NO_LONGER, people.ASKED_AGAIN, people.INVITED, conversations.AGENDA),
    *(claims.RELEASED, claims.WANTED, claims.HOLDS_ENDED, claims.CLAIMED),
)
"""In this order: who comes decides what is claimed, and all that moves lets go before anything is claimed."""


async def publish(session: SchoolSession, schedule_id: UUID, fields: PublishFields) -> None:
    """Write the conversations of a draft, and change those of the schedule before it only where they differ.

    What families did after the schedule was planned stays as it is: talks that they booked, moved or called off.
    A talk about several siblings is one conversation, of the first of them; the others take part when they come along.

    Raises:
        NotFound: as everywhere.
        Conflict: `schedule_not_to_publish`, `wrong_state` of the round; `talks_taken`, naming the talks whose people or
            room are taken; `nobody_comes`, naming those to which nobody of the family may come. Nothing is published.
    """
    schedule = await session.get_row(Schedule, schedule_id, plans_rounds(session.viewer))
    round_ = await session.get_row(ConferenceRound, schedule.round_id)
    if schedule.status != ScheduleStatus.DRAFT:
        raise Conflict(NO_DRAFT)
    ensure(round_.status, Deed.PLAN_TALKS)
    await lapse(session, round_.id)
    if schedule.origin == ScheduleOrigin.REPLANNED:
        await come_true(session, round_, schedule)
    await _write(session, await given_for(session, round_, schedule, fields))
    since = await session.scalar(changes.SINCE)
    schedule.figures = schedule.figures | {"summary": schedule.figures["summary"] | {"changed_since": since}}
    await _settle(session, round_, schedule)


async def _write(session: SchoolSession, given: dict[str, Any]) -> None:
    async with expecting_many(session):
        await session.execute(changes.CHANGES, given)
    for statement in _BEFORE:
        await session.execute(statement, given)
    _refuse(NOBODY_COMES, [(talk, NOBODY_COMES) for talk in await session.scalars(people.NOBODY)])
    for statement in _WRITTEN:
        await session.execute(statement, given)
    taken = await session.execute(claims.TAKEN, given)
    _refuse(TALKS_TAKEN, [(talk, TAKEN_BY_KIND[ResourceKind(kind)]) for talk, kind in taken])
    await session.execute(events.TOLD, given)


def _refuse(message: Message, found: list[tuple[UUID, Message]]) -> None:
    if found:
        raise Conflict(message, *(Detail(f"/talks/{talk}", what) for talk, what in found[:MOST_NAMED]))


async def _settle(session: SchoolSession, round_: ConferenceRound, schedule: Schedule) -> None:
    """This schedule is the round's from now on; the drafts beside it are of the past."""
    others = (
        col(Schedule.school_id) == round_.school_id,
        col(Schedule.round_id) == round_.id,
        col(Schedule.id) != schedule.id,
    )
    await session.execute(update(Schedule).where(*others).values(status=ScheduleStatus.SUPERSEDED))
    schedule.status, schedule.published_at = ScheduleStatus.PUBLISHED, clock.now()
    round_.published_at = round_.published_at or schedule.published_at
    if round_.status != RoundStatus.RUNNING:
        round_.status = RoundStatus.PUBLISHED
    record(session, "conference_round.published", "conference_rounds", round_.id, schedule_id=schedule.id)
