"""Gathering what can wait into one message, for who likes to hear less often."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.messaging.actions.keeping import keep_new
from domain.messaging.models.messages import Message
from domain.messaging.models.words import MessageKind, MessageState
from domain.messaging.rules.as_decided import Row, message_of
from domain.messaging.rules.digest import start_of
from domain.messaging.rules.occasion import Occasion
from domain.messaging.rules.reaching import reach
from domain.plans.models.topics import Topic, Urgency
from domain.plans.queries.known import Known

Whose = tuple[str, UUID, UUID | None]
"""The day, the student, and the guardian unless it is the student's own."""


async def gather(session: SchoolSession, known: Known, summaries: Sequence[tuple[Row, date]]) -> None:
    """Let these messages stand in the summary of their day, which is made with the first of them.

    Without a way to tell it on that day they go by themselves.
    """
    if not summaries:
        return
    wanted = {_whose(row, day): (row, day) for row, day in summaries}
    digests = [_digest(known, row, day) for row, day in wanted.values()]
    await keep_new(session, [one for one in digests if one])
    found = await _waiting(session, {occasion for occasion, *_ in wanted})
    for row, day in summaries:
        if digest_id := found.get(_whose(row, day)):
            row |= {"state": MessageState.IN_DIGEST, "digest_id": digest_id, "too_late_at": None}


def _whose(row: Row, day: date) -> Whose:
    return f"digest:{day}", row["student_id"], row["guardian_id"]


def _digest(known: Known, row: Row, day: date) -> Row | None:
    occasion = Occasion(
        occasion=f"digest:{day}",
        kind=MessageKind.DIGEST,
        resource="students",
        resource_id=row["student_id"],
        student_id=row["student_id"],
        who=row["guardian_id"] or row["student_id"],
        told={},
        topic=Topic.PRACTICAL,
        urgency=Urgency.SOON,
    )
    how = reach(occasion, known, start_of(day, known.school.zone))
    return message_of(row["school_id"], occasion, how) if how else None


async def _waiting(session: SchoolSession, days: set[str]) -> dict[Whose, UUID]:
    """Summaries of these days that did not leave yet; locked, so that none leaves without its parts."""
    here = (
        col(Message.school_id) == session.principal.school_id,
        col(Message.occasion).in_(days),
        col(Message.kind) == MessageKind.DIGEST,
        col(Message.state) == MessageState.WAITING,
    )
    whose = (col(Message.occasion), col(Message.student_id), col(Message.guardian_id))
    found = await session.execute(select(*whose, col(Message.id)).where(*here).with_for_update())
    return {(occasion, student, guardian): id_ for occasion, student, guardian, id_ in found}
