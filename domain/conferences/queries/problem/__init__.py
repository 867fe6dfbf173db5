"""A round as a problem for the planner: one document, with nothing in it that the planner need not know."""

import asyncio
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.planner.flaws import InvalidProblem
from domain.conferences.planner.reading import read_problem
from domain.conferences.queries.problem.facts import Facts, facts_of
from domain.conferences.queries.problem.fixed import planned
from domain.conferences.queries.problem.meetings import meeting, published
from domain.conferences.queries.problem.people import People
from domain.conferences.queries.problem.places import locations, rooms, sessions, walking
from domain.conferences.rules.supposing import supposing
from domain.conferences.rules.weights import COSTS, OBJECTIVE
from domain.kernel.errors import Detail, Invalid, Message
from domain.kernel.session import SchoolSession

Document = dict[str, Any]


@dataclass(frozen=True)
class RoundProblem:
    """`aside` are talks that the planner cannot plan: with somebody who is not in the round, or that stand fast at a
    time that does not go together with the rest. Whoever is in one that stands is taken then. `gone` are those that
    nobody asks for any longer when what is supposed is true. `stood` is when talks stand that were published or booked
    before."""

    document: Document
    aside: frozenset[UUID]
    gone: frozenset[UUID]
    stood: dict[UUID, datetime]


async def problem_of(
    session: SchoolSession, round_: ConferenceRound, supposed: dict[str, Any] | None = None
) -> RoundProblem:
    """What is asked for, who can when, and what stands already; with what is supposed beside.

    Raises:
        Invalid: when it cannot be planned at all, such as without a session.
    """
    return await asyncio.to_thread(_fitting, await facts_of(session, round_), supposed or {})


def _fitting(facts: Facts, supposed: dict[str, Any]) -> RoundProblem:
    aside = _incomplete(facts)
    while clashing := _clashing(document := supposing(written_problem(facts, aside), supposed)):
        aside |= clashing
    asked, left = {one.id for one in facts.asked}, {UUID(one["id"]) for one in document["meetings"]}
    stood = {request_id: one.starts_at for request_id, one in facts.standing.items()}
    return RoundProblem(document, aside, frozenset(asked - left - aside), stood)


def written_problem(facts: Facts, aside: Collection[UUID]) -> Document:
    """The document, without the talks that are set aside."""
    talks = planned(facts, aside)
    people = People(facts, talks)
    students = dict.fromkeys(student for talk in talks for student in talk.asked.students)
    return {
        "format": "conference-problem/1",
        "name": str(facts.round.id),
        "time_zone": facts.zone.key,
        "start_grid_minutes": facts.round.grid_minutes,
        "sessions": sessions(facts),
        "locations": locations(facts),
        "walking_minutes": walking(facts),
        "rooms": rooms(facts),
        "household_channel_change_minutes": facts.round.channel_change_minutes,
        "objective": OBJECTIVE,
        "relaxation_costs": COSTS,
        "teachers": [people.teacher(*one) for one in facts.staff],
        "interpreters": [people.interpreter(*one) for one in facts.interpreters],
        "students": [people.student(one) for one in students],
        "households": [people.family(one) for one in facts.families],
        "separated_households": [
            {
                "households": [str(one.first_family_id), str(one.second_family_id)],
                "rule": one.rule,
                "minutes": one.minutes,
            }
            for one in facts.separations
        ],
        "meetings": [meeting(facts, talk) for talk in talks],
        "published": published(facts, talks),
    }


def _incomplete(facts: Facts) -> frozenset[UUID]:
    staff = {one.staff_id for one, _ in facts.staff}
    there = (one.id for one in facts.asked if one.families and staff.issuperset(one.staff))
    return frozenset(one.id for one in facts.asked) - frozenset(there)


def _clashing(document: Document) -> frozenset[UUID]:
    """Talks that stand fast where they cannot: a colleague's talk was added beside, or a break was moved since."""
    try:
        read_problem(document)
    except InvalidProblem as invalid:
        if not all(flaw.pointer.endswith("/pinned_start") for flaw in invalid.flaws):
            raise Invalid(
                UNPLANNABLE, *(Detail(flaw.pointer, Message(**asdict(flaw.words))) for flaw in invalid.flaws)
            ) from None
        places = (int(flaw.pointer.split("/")[2]) for flaw in invalid.flaws)
        return frozenset(UUID(document["meetings"][place]["id"]) for place in places)
    return frozenset()


UNPLANNABLE = Message(
    "round_not_to_plan",
    "Deze ronde kan nog niet gepland worden: kijk na of er momenten zijn en of ze elkaar niet overlappen.",
    "Cette série ne peut pas encore être planifiée : vérifiez qu'il y a des moments et qu'ils ne se chevauchent pas.",
    "This round cannot be planned yet: see whether there are sessions, and that they do not overlap.",
)
