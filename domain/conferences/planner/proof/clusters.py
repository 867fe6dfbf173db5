"""Around what a schedule leaves out: groups of talks small enough to be solved, likely to show why."""

from collections.abc import Iterable, Iterator

from domain.conferences.planner.problem import Problem
from domain.conferences.planner.timetable import teachers_busy

Cluster = frozenset[int]


def clusters(problem: Problem, left: list[int], among: Cluster) -> Iterator[Cluster]:
    """The smallest first: a talk alone, its family's day, its language, its teachers' days."""
    yield from (frozenset([meeting]) for meeting in left)
    for around in (_families, _language, _teachers):
        yield from _each_once(around(problem, meeting) & among for meeting in left)


def _each_once(found: Iterable[Cluster]) -> list[Cluster]:
    """Sorted by size, so that what is easy is shown first."""
    return sorted({cluster for cluster in found if len(cluster) > 1}, key=lambda one: (len(one), sorted(one)))


def _families(problem: Problem, meeting: int) -> Cluster:
    mine = set(problem.meetings[meeting].households)
    return frozenset(m for m, talk in enumerate(problem.meetings) if mine & set(talk.households))


def _language(problem: Problem, meeting: int) -> Cluster:
    language = problem.meetings[meeting].language
    return frozenset(m for m, talk in enumerate(problem.meetings) if language and talk.language == language)


def _teachers(problem: Problem, meeting: int) -> Cluster:
    mine = set(problem.meetings[meeting].teachers)
    return frozenset(m for m, talk in enumerate(problem.meetings) if mine & teachers_busy(problem, talk))
