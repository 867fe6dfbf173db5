"""How long families wait on site, on average over those who come."""

from collections import defaultdict

from domain.conferences.planner.judge import session_of
from domain.conferences.planner.problem import Problem


def mean_wait(problem: Problem, start: dict[int, int]) -> float:
    """Minutes between a household's talks on site, all its sessions together."""
    stays: dict[int, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for talk, begin in start.items():
        meeting = problem.meetings[talk]
        end = begin + meeting.minutes
        if not meeting.remote:
            for household in meeting.households:
                stays[household][session_of(problem, begin, end)].append((begin, end))
    waits = [sum(_idle(talks) for talks in sessions.values()) for sessions in stays.values()]
    return sum(waits) / max(1, len(waits))


def _idle(talks: list[tuple[int, int]]) -> int:
    return max(end for _, end in talks) - min(begin for begin, _ in talks) - sum(end - begin for begin, end in talks)
