"""Decisions a second on one core, with a school of families in memory: `python -m tests.benchmarks.decisions`."""

import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import product
from statistics import median
from uuid import UUID

from rich.console import Console

from domain.families.models.guardians import ReadingComfort
from domain.plans.decision.asked import Question
from domain.plans.decision.decide import decide
from domain.plans.decision.family import Agreed, Family, Guardian, Person, Student, Wishes
from domain.plans.decision.school_ways import Colleague, SchoolWays, Ways
from domain.plans.decision.week import week_of
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.topics import Topic, Urgency

_C = ContactChannel
FAMILIES, ROUNDS, AIM = 2000, 5, 10_000
EVENINGS = week_of({"weekday": day, "from_time": "15:30", "to_time": "20:00"} for day in ("monday", "thursday"))
TEACHER = UUID(int=1)
SCHOOL = SchoolWays(
    ways=Ways((_C.TALK, _C.PHONE, _C.PLATFORM, _C.EMAIL, _C.PAPER), interpreter_modes=("phone",)),
    staff={TEACHER: Colleague(frozenset({0, 1, 3}), ways=Ways((_C.TALK, _C.PHONE, _C.EMAIL)))},
)
WISHES = (
    Wishes((_C.PHONE, _C.TALK), ("ary", "fr"), ReadingComfort.RATHER_HEARS, wants_interpreter=True, reachable=EVENINGS),
    Wishes((_C.MESSAGE, _C.EMAIL), ("fr",)),
    Wishes((_C.PLATFORM, _C.EMAIL), ("nl",), reachable=EVENINGS),
    None,
)
"""One family in four has no plan."""
MOMENTS = [datetime(2026, 11, 23, 9, tzinfo=UTC) + timedelta(hours=7 * number) for number in range(24)]


def _family(number: int) -> Family:
    agreed = (Agreed(Topic.CONVERSATIONS, _C.EMAIL, answered_by_id=TEACHER),) if number % 3 == 0 else ()
    people = [
        Person(("ar",), has_email=True, has_phone=True, wishes=WISHES[(number + other) % 4], agreements=agreed)
        for other in range(2)
    ]
    guardians = tuple(Guardian(UUID(int=10 * number + place), one) for place, one in enumerate(people, 2))
    return Family(Student(UUID(int=10 * number), Person(), date(2015, 5, 5)), guardians)


def measure_decisions(console: Console) -> None:
    """Each about a family of two guardians, day and night, in a random order of urgencies."""
    families = [_family(number) for number in range(FAMILIES)]
    asked = [
        Question(Topic.CONVERSATIONS, urgency, moment, sender_id=TEACHER)
        for moment, urgency in product(MOMENTS, (Urgency.ORDINARY, Urgency.SOON))
    ]
    rates = [FAMILIES / _seconds(families, asked) for _ in range(ROUNDS)]
    console.print(f"{median(rates):,.0f} decisions a second on one core (aim {AIM:,}), of two guardians each")


def _seconds(families: Sequence[Family], asked: Sequence[Question]) -> float:
    """CPU of this process, so that others on the machine do not count."""
    start = time.process_time()
    for number, family in enumerate(families):
        decide(family, SCHOOL, asked[number % len(asked)])
    return time.process_time() - start


if __name__ == "__main__":
    measure_decisions(Console())
