"""Reach: five statements, however many families there are."""

from datetime import timedelta
from typing import Any

from domain.kernel.permissions import OFFICE
from domain.kernel.session import SchoolSession
from domain.reach.models.reads import ChannelRow, ReachQuery, ReachRead, RoundFigures
from domain.reach.models.words import By
from domain.reach.queries.asked import Asked, asked
from domain.reach.queries.channels import CHANNELS, LAST_ROUND
from domain.reach.queries.families import known
from domain.reach.rules.counting import last_spoken, rows
from domain.reach.rules.small_groups import SMALLEST
from domain.reach.words import SAYS


async def reach(session: SchoolSession, query: ReachQuery) -> ReachRead:
    """Whom the school spoke with.

    Raises:
        Invalid: as `asked`.
    """
    whom = await asked(session, query)
    families = [family for _, family in await known(session, whom)]
    # By language nothing else goes out: no second figure to lay over the one table.
    by_language = query.by == By.HOME_LANGUAGE
    return ReachRead(
        says=SAYS.words(session.language),
        since=whom.since,
        until=whom.until,
        by=query.by,
        rows=rows(families, query.by),
        small_groups_merged=by_language,
        last_spoken=[] if by_language else last_spoken(families, min(whom.day, whom.until - timedelta(days=1))),
        channels=[] if by_language else await _channels(session, whom),
        last_round=None if by_language else await _last_round(session, whom),
    )


async def _channels(session: SchoolSession, whom: Asked) -> list[ChannelRow]:
    found = await session.execute(CHANNELS, whom.of_period(session))
    return [
        ChannelRow(channel=one.channel, messages=one.messages, answered=_share(one.answered, one.messages))
        for one in found
    ]


async def _last_round(session: SchoolSession, whom: Asked) -> RoundFigures | None:
    if not session.principal.has(*OFFICE):
        return None
    given = {"school_id": session.principal.school_id, "until": whom.until, "zone": whom.zone}
    row = (await session.execute(LAST_ROUND, given)).one_or_none()
    if row is None:
        return None
    return RoundFigures(
        round_id=row.round_id,
        name=row.name,
        availability_respected=_share(row.families_that_suited, row.families_that_said),
        median_wait_minutes=_of_enough(row.median_wait_minutes, row.families_that_waited),
        longest_wait_minutes=_of_enough(row.longest_wait_minutes, row.families_that_waited),
        interpreters_wished=_of_enough(row.interpreters_wished, row.families_that_wished),
        interpreters_present=_of_enough(row.interpreters_present, row.families_that_wished),
    )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 2) if whole >= SMALLEST else None


def _of_enough(figure: Any, families: int) -> int | None:
    return None if families < SMALLEST or figure is None else int(figure)
