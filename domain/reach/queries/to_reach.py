"""Families that the school has not spoken with: what it tried, and what it can try next."""

from collections import defaultdict
from typing import Any

from domain.kernel.session import SchoolSession
from domain.reach.models.reads import FamiliesQuery, FamiliesToReach, FamilyToReach, TriedRead
from domain.reach.models.words import Reached
from domain.reach.queries.asked import asked
from domain.reach.queries.families import known
from domain.reach.queries.tried import TRIED
from domain.reach.rules.groups import Family, reached
from domain.reach.rules.next_step import Tried, next_step
from domain.reach.words import IN_ORDER, SAYS

SCHOOL_LANGUAGES = frozenset({"nl", "unknown"})


async def families_to_reach(session: SchoolSession, query: FamiliesQuery) -> FamiliesToReach:
    """For the staff of these students only; four statements, however many families there are.

    Raises:
        Invalid: as `asked`.
    """
    whom = await asked(session, query)
    wanted = {query.group} if query.group else set(Reached) - {Reached.SPOKEN_WITH}
    found = [(row, family) for row, family in await known(session, whom) if reached(family) in wanted]
    given = whom.parameters(session) | {"students": [row.student_id for row, _ in found]}
    tried: dict[Any, list[TriedRead]] = defaultdict(list)
    for one in await session.execute(TRIED, {name: given[name] for name in given if name != "day"}):
        tried[one.student_id].append(TriedRead(what=one.what, way=one.way, tried_on=one.tried_on))
    says = f"{SAYS.words(session.language)} {IN_ORDER.words(session.language)}"
    items = [_item(row, family, tried[row.student_id], session.language) for row, family in found]
    return FamiliesToReach(says=says, since=whom.since, until=whom.until, items=items)


def _item(row: Any, family: Family, tried: list[TriedRead], language: str) -> FamilyToReach:
    group = reached(family)
    ways = frozenset(one.way for one in tried)
    step, reason = next_step(Tried(group, ways, row.has_phone, row.language not in SCHOOL_LANGUAGES))
    return FamilyToReach(
        student_id=row.student_id,
        given_name=row.given_name,
        family_name=row.family_name,
        group=group,
        tried=tried,
        next_step=step,
        reason=reason.words(language),
    )
