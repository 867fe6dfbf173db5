"""From a problem to the arrays of the search."""

from dataclasses import astuple
from itertools import accumulate

import numpy as np

from domain.conferences.planner.problem import Household, Meeting, Problem
from domain.conferences.planner.search.diaries import Diaries
from domain.conferences.planner.search.masks import Starts
from domain.conferences.planner.search.parties import Parties
from domain.conferences.planner.search.tables import GIVEN, ROOM, SESSION, TALK, TEACHER, Ints, Records, Table


def prepare(problem: Problem) -> Table:
    starts, diaries = Starts(problem), Diaries(problem)
    near, ranges = _near(problem)
    chosen = [_choices(problem, meeting) for meeting in problem.meetings]
    masks = [feasible(problem, starts, meeting) for meeting in problem.meetings]
    parties = Parties(problem, diaries)
    return Table(
        GIVEN,
        {
            "talks": _talks(problem, diaries, parties, chosen, masks),
            "sessions": np.array(
                [
                    (session.start, starts.cells[i], starts.first_word[i], starts.words[i], *ranges[i])
                    for i, session in enumerate(problem.sessions)
                ],
                dtype=SESSION,
            ),
            "teachers": np.array([(t.longest_run or 0, t.shortest_break) for t in problem.teachers], dtype=TEACHER),
            "checks": parties.check_records(),
            "rooms": _rooms(problem, diaries),
            "near": near,
            "refs": _ints(parties.refs),
            "choice": _ints([diaries.interpreter(one) for choices in chosen for one in choices]),
            "place": _places(problem),
            "walk": _walks(problem),
            "most_sessions": _ints([_most_sessions(problem, household) for household in problem.households]),
            "diaries": _ints(diaries.pages()),
            "floor": _ints([minutes // problem.grid for minutes in range(_horizon(problem))]),
            "feasible": starts.rows(masks),
            "outside": starts.rows([_outside(problem, starts, meeting) for meeting in problem.meetings]),
            "interpretable": starts.rows(
                [
                    starts.inside(problem.interpreters[one].available, meeting.minutes)
                    for meeting, choices in zip(problem.meetings, chosen, strict=True)
                    for one in choices
                ]
            ),
            "talk_count": len(problem.meetings),
            "session_count": len(problem.sessions),
            "household_count": len(problem.households),
            "room_count": len(problem.rooms),
            "width": sum(starts.words),
            "grid": problem.grid,
            "channel_change": problem.channel_change,
            **dict(zip(_WEIGHTS, astuple(problem.objective), strict=True)),
        },
    )


_WEIGHTS = [
    "on_site",
    "remote",
    "another_session",
    "not_preferred",
    "long_wait_from",
    "long_wait",
    "pair",
    "idle",
    "coming",
]


def _talks(problem: Problem, diaries: Diaries, parties: Parties, chosen: list[list[int]], masks: list[int]) -> Records:
    ends = list(accumulate(len(choices) for choices in chosen))
    return np.array(
        [
            (
                *_own(problem, index),
                *parties.ranges[index],
                ends[index] - len(chosen[index]),
                ends[index],
                meeting.language is not None,
                _published_interpreter(problem, diaries, index),
                masks[index].bit_count(),
            )
            for index, meeting in enumerate(problem.meetings)
        ],
        dtype=TALK,
    )


def _most_sessions(problem: Problem, household: Household) -> int:
    return len(problem.sessions) if household.most_sessions is None else household.most_sessions


def feasible(problem: Problem, starts: Starts, meeting: Meeting) -> int:
    """The starts that nothing but another talk can forbid."""
    minutes = meeting.minutes
    rooms = problem.teachers[meeting.teachers[0]].room_by_session
    found = 0
    for index, room in enumerate(rooms):
        if room is not None and problem.rooms[room].capacity > 0:
            found |= starts.lying(index, minutes)
    for household in meeting.households:
        found &= starts.inside(problem.households[household].available, minutes)
    for one in meeting.teachers:
        teacher = problem.teachers[one]
        found &= starts.inside(teacher.available, minutes) & ~starts.touching(teacher.breaks, minutes)
        if teacher.longest_run and minutes > teacher.longest_run:
            return 0
    for student in meeting.students if meeting.student_attends else ():
        found &= ~starts.touching(problem.students[student].unavailable, minutes)
    return found if meeting.pinned is None else found & starts.between(meeting.pinned, meeting.pinned)


def _outside(problem: Problem, starts: Starts, meeting: Meeting) -> int:
    """The starts that do not please every household of a talk."""
    everything = (1 << (sum(starts.words) * 64)) - 1
    pleased = everything
    for household in meeting.households:
        if preferred := problem.households[household].preferred:
            pleased &= starts.inside(preferred, meeting.minutes)
    return everything & ~pleased


def _own(problem: Problem, index: int) -> tuple[int, ...]:
    meeting = problem.meetings[index]
    published = problem.published[index].start if index in problem.published else -1
    pinned = meeting.pinned is not None
    return meeting.minutes, meeting.remote, meeting.mandatory, meeting.weight, pinned, published


def _published_interpreter(problem: Problem, diaries: Diaries, index: int) -> int:
    published = problem.published.get(index)
    return -1 if published is None or published.interpreter is None else diaries.interpreter(published.interpreter)


def _choices(problem: Problem, meeting: Meeting) -> list[int]:
    if meeting.language is None:
        return []
    return [index for index, one in enumerate(problem.interpreters) if meeting.language in one.languages]


def _near(problem: Problem) -> tuple[Ints, list[tuple[int, int]]]:
    """For each session the sessions so near in time that a talk in the one may stand in the way in the other."""
    walks = max((minutes for row in problem.walking for minutes in row), default=0)
    extra = max((household.extra_walking for household in problem.households), default=0)
    pause = max((teacher.shortest_break for teacher in problem.teachers), default=0)
    reach = max(walks + extra, problem.channel_change, pause)
    near = [
        [
            i
            for i, other in enumerate(problem.sessions)
            if other.start < one.end + reach and one.start < other.end + reach
        ]
        for one in problem.sessions
    ]
    ends = list(accumulate(len(found) for found in near))
    return _ints([i for found in near for i in found]), [
        (end - len(found), end) for found, end in zip(near, ends, strict=True)
    ]


def _horizon(problem: Problem) -> int:
    return max(session.end - session.start for session in problem.sessions) + 2 * problem.grid


def _rooms(problem: Problem, diaries: Diaries) -> Records:
    return np.array([(r.capacity, diaries.room(i)) for i, r in enumerate(problem.rooms)], dtype=ROOM)


def _places(problem: Problem) -> Ints:
    rooms = [[-1 if room is None else room for room in teacher.room_by_session] for teacher in problem.teachers]
    return np.array([rooms[meeting.teachers[0]] for meeting in problem.meetings], dtype=np.int32)


def _walks(problem: Problem) -> Ints:
    """Minutes between any two rooms."""
    locations = [room.location for room in problem.rooms]
    walk = np.array(problem.walking, dtype=np.int32)[np.ix_(locations, locations)]
    np.fill_diagonal(walk, 0)
    return walk


def _ints(values: list[int]) -> Ints:
    return np.array(values, dtype=np.int32)
