"""Families that the school has not spoken with: what it tried, and what it can try next."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from domain.kernel import clock
from domain.kernel.cursor import decode_cursor, encode_cursor
from domain.kernel.session import SchoolSession
from domain.plans.queries.known import known_families
from domain.reach.models.reads import FamiliesQuery, FamiliesToReach, FamilyToReach, TriedRead
from domain.reach.models.words import Reached
from domain.reach.queries.asked import Asked, asked
from domain.reach.queries.catalogue import cited
from domain.reach.queries.families import known
from domain.reach.queries.people import people_of
from domain.reach.queries.tried import AHEAD, OFFERED, TRIED
from domain.reach.rules.groups import Family, reached
from domain.reach.rules.moments import Moment, moments_between
from domain.reach.rules.next_step import next_step
from domain.reach.rules.shown_step import shown
from domain.reach.rules.steps import Tried
from domain.reach.words import IN_ORDER, SAYS


async def families_to_reach(session: SchoolSession, query: FamiliesQuery) -> FamiliesToReach:
    """For the staff of these students only; as many statements for two thousand families as for one.

    Raises:
        Invalid: as `asked`, and for a cursor that is none of ours.
    """
    whom = await asked(session, query, decode_cursor(query.cursor)[1] if query.cursor else None)
    wanted = {query.group} if query.group else set(Reached) - {Reached.SPOKEN_WITH}
    found = [(row, family) for row, family in await known(session, whom) if reached(family) in wanted]
    page, more = found[: query.limit], found[query.limit :]
    last = page[-1][0].student_id if more else None
    return FamiliesToReach(
        says=f"{SAYS.words(session.language)} {IN_ORDER.words(session.language)}",
        since=whom.since,
        until=whom.until,
        items=await _items(session, whom._replace(students=[row.student_id for row, _ in page]), page),
        next_cursor=encode_cursor("", last) if last else None,
    )


async def _items(session: SchoolSession, whom: Asked, page: list[tuple[Any, Family]]) -> list[FamilyToReach]:
    tried, offered, now = await _tried(session, whom), await _offered(session, whom), clock.now()
    ahead = set(await session.scalars(AHEAD, whom.of_these(session) | {"now": now}))
    plans, library = await known_families(session, whom.students), await cited(session)
    items = []
    for row, family in page:
        ways = frozenset(one.way for one in tried[row.student_id])
        people = people_of(plans, row.student_id, now)
        moments = frozenset(offered[row.student_id])
        known = library.known(family.level)
        step = next_step(Tried(reached(family), ways, moments, people, known, row.student_id in ahead))
        says = shown(step, library.says.get(step.step), session.language)
        whose = {name: getattr(row, name) for name in ("student_id", "given_name", "family_name")}
        items.append(FamilyToReach(**whose, group=reached(family), tried=tried[row.student_id], **says))
    return items


async def _tried(session: SchoolSession, whom: Asked) -> dict[UUID, list[TriedRead]]:
    found: dict[UUID, list[TriedRead]] = defaultdict(list)
    for one in await session.execute(TRIED, whom.of_period(session)):
        found[one.student_id].append(TriedRead(what=one.what, way=one.way, tried_on=one.tried_on))
    return found


async def _offered(session: SchoolSession, whom: Asked) -> dict[UUID, set[Moment]]:
    found: dict[UUID, set[Moment]] = defaultdict(set)
    for one in await session.execute(OFFERED, whom.of_period(session)):
        for student_id in one.students:
            found[student_id].update(moments_between(one.start, one.end))
    return found
