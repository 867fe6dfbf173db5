"""How things are that messages speak of: each kind of thing in one statement, whatever the number of messages."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import text

from domain.activities.models.ideas import IdeaStatus
from domain.kernel.session import SchoolSession
from domain.messaging.models.messages import Message
from domain.messaging.models.words import MessageKind, MessageState
from domain.messaging.queries.around import visits_of
from domain.messaging.queries.gatherings import gatherings_of
from domain.messaging.queries.rounds import offered_to
from domain.messaging.queries.talks import talks_of
from domain.messaging.rules.still import Now
from domain.plans.models.words import PlanStatus

_ROUNDS = text(
    "SELECT id, status FROM conference_rounds WHERE school_id = :school_id AND id = ANY (CAST(:ids AS uuid[]))"
)
_ALIVE = text(f"""
SELECT id FROM communication_plans
 WHERE school_id = :school_id AND id = ANY (CAST(:ids AS uuid[]))
   AND status IN ('{PlanStatus.AGREED}', '{PlanStatus.REVIEWED}')
 UNION ALL
SELECT id FROM agreements
 WHERE school_id = :school_id AND id = ANY (CAST(:ids AS uuid[])) AND done_at IS NULL
 UNION ALL
SELECT id FROM activity_ideas
 WHERE school_id = :school_id AND id = ANY (CAST(:ids AS uuid[])) AND status = '{IdeaStatus.ANSWERED}'
 UNION ALL
SELECT DISTINCT digest_id FROM messages
 WHERE school_id = :school_id AND digest_id = ANY (CAST(:ids AS uuid[])) AND state = '{MessageState.IN_DIGEST}'
""")
_SENT = text(f"""
SELECT coalesce(guardian_id, student_id), count(*) FROM messages
 WHERE school_id = :school_id AND (sent_at >= :since OR state = '{MessageState.SENDING}') GROUP BY 1
""")


async def now_of(session: SchoolSession, messages: Sequence[Message], moment: datetime) -> Now:
    about = {one.resource_id for one in messages}
    given = {"school_id": session.principal.school_id, "ids": [*about, *(one.id for one in messages)]}
    offers = await offered_to(session, about, moment)
    return Now(
        talks=await talks_of(session, {*about, *_in_rounds(messages)}),
        rounds={row[0]: row[1] for row in await session.execute(_ROUNDS, given)},
        offers=frozenset((one.wait_id, one.guardian_id) for one in offers),
        alive=frozenset(await session.scalars(_ALIVE, given)),
        gatherings=await gatherings_of(session, about),
        visits=await visits_of(session, about),
    )


def _in_rounds(messages: Iterable[Message]) -> Iterable[UUID]:
    times = (one for one in messages if one.kind == MessageKind.ROUND_TIMES)
    return (UUID(talk) for one in times for talk in one.told["talks"])


async def sent_since(session: SchoolSession, midnight: datetime) -> dict[UUID, int]:
    """How many left since then, or are leaving, by person."""
    found = await session.execute(_SENT, {"school_id": session.principal.school_id, "since": midnight})
    return {row[0]: row[1] for row in found}
