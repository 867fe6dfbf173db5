"""The objective of a schedule, in plain Python: the six levels of the document's format, in their order."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from domain.conferences.planner.conflicts import inside
from domain.conferences.planner.problem import Household, Placed, Problem

Six = tuple[int, int, int, int, int, int]
Stretch = tuple[int, int]


def objective(problem: Problem, placed: Sequence[Placed]) -> Six:
    """Mandatory left out, weight left out, published times changed, family burden, preferences, teachers' time."""
    start = {one.meeting: one.start for one in placed}
    left = [index for index in range(len(problem.meetings)) if index not in start]
    burden, long_waits = _families(problem, start)
    return (
        sum(problem.meetings[index].mandatory for index in left),
        sum(problem.meetings[index].weight for index in left if not problem.meetings[index].mandatory),
        sum(start.get(index) != published.start for index, published in problem.published.items()),
        burden,
        long_waits + _displeasure(problem, start) + _unevenness(problem, left),
        _teachers(problem, start),
    )


def session_of(problem: Problem, start: int, end: int) -> int:
    return next(i for i, session in enumerate(problem.sessions) if session.start <= start and end <= session.end)


def _families(problem: Problem, start: dict[int, int]) -> tuple[int, int]:
    """What waiting and coming again cost, and what the long waits among it count for fairness."""
    weights = problem.objective
    stays: dict[tuple[int, int, bool], list[Stretch]] = defaultdict(list)
    for index, begin in start.items():
        meeting = problem.meetings[index]
        session = session_of(problem, begin, begin + meeting.minutes)
        for household in meeting.households:
            stays[household, session, meeting.remote].append((begin, begin + meeting.minutes))
    sessions: dict[int, set[int]] = defaultdict(set)
    burden = long_waits = 0
    for (household, session, remote), stretches in stays.items():
        sessions[household].add(session)
        waited = _idle(stretches)
        burden += waited * (weights.remote_wait_per_minute if remote else weights.on_site_wait_per_minute)
        if not remote:
            long_waits += max(0, waited - weights.long_wait_threshold_minutes) * weights.long_wait_per_minute
    again = sum(len(attended) - 1 for attended in sessions.values())
    return burden + again * weights.extra_session_per_household, long_waits


def _displeasure(problem: Problem, start: dict[int, int]) -> int:
    outside = sum(
        any(
            not _pleases(problem.households[household], begin, problem.meetings[index].minutes)
            for household in households
        )
        for index, begin in start.items()
        if (households := problem.meetings[index].households)
    )
    return outside * problem.objective.meeting_outside_preferred


def _pleases(household: Household, start: int, minutes: int) -> bool:
    return not household.preferred or inside(household.preferred, start, start + minutes)


def _unevenness(problem: Problem, left: Iterable[int]) -> int:
    """Pairs of talks that the same household misses."""
    lost: dict[int, int] = defaultdict(int)
    for index in left:
        for household in problem.meetings[index].households:
            lost[household] += 1
    return sum(n * (n - 1) // 2 for n in lost.values()) * problem.objective.shortfall_pair_per_household


def _teachers(problem: Problem, start: dict[int, int]) -> int:
    weights = problem.objective
    comes: dict[tuple[int, int], list[Stretch]] = defaultdict(list)
    for index, begin in start.items():
        meeting = problem.meetings[index]
        session = session_of(problem, begin, begin + meeting.minutes)
        for teacher in meeting.teachers:
            comes[teacher, session].append((begin, begin + meeting.minutes))
    return sum(_idle(talks) * weights.teacher_idle_per_minute + weights.teacher_session for talks in comes.values())


def _idle(stretches: list[Stretch]) -> int:
    """Minutes between the first and the last that are no talk."""
    span = max(end for _, end in stretches) - min(begin for begin, _ in stretches)
    return span - sum(end - begin for begin, end in stretches)
