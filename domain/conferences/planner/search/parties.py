"""Who takes part in each talk, and whose diaries have to be looked at before it gets a start."""

from collections import defaultdict

import numpy as np

from domain.conferences.planner.problem import Meeting, Problem
from domain.conferences.planner.search.diaries import Diaries
from domain.conferences.planner.search.tables import APART, CHECK, FAMILY, STAFF, STUDENT, Records

Check = tuple[int, int, int]

# More minutes than any session has: households that come in different sessions.
ANY_TIME = 1 << 30


class Parties:
    """`ranges[talk]`: checks, households, teachers and students of a talk, each from and to."""

    def __init__(self, problem: Problem, diaries: Diaries) -> None:
        self._problem, self._diaries = problem, diaries
        self._staff: dict[int, list[int]] = defaultdict(list)
        for index, household in enumerate(problem.households):
            if household.staff_teacher is not None:
                self._staff[household.staff_teacher].append(index)
        self._apart: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
        for separation in problem.separations:
            self._apart[separation.first].append((separation.second, separation.gap))
            self._apart[separation.second].append((separation.first, separation.gap))
        self.refs: list[int] = []
        self.checks: list[Check] = []
        self.ranges = [self._enter(meeting) for meeting in problem.meetings]

    def check_records(self) -> Records:
        return np.array(self.checks, dtype=CHECK)

    def _enter(self, meeting: Meeting) -> tuple[int, ...]:
        first = len(self.checks)
        self.checks += self._checks(meeting)
        students = [self._diaries.student(one) for one in meeting.students] if meeting.student_attends else []
        return (
            first,
            len(self.checks),
            *self._refer(meeting.households),
            *self._refer(meeting.teachers),
            *self._refer(tuple(diary for diary in students if diary is not None)),
        )

    def _refer(self, indices: tuple[int, ...]) -> tuple[int, int]:
        self.refs += indices
        return len(self.refs) - len(indices), len(self.refs)

    def _checks(self, meeting: Meeting) -> list[Check]:
        found = {
            (household, FAMILY, self._problem.households[household].extra_walking) for household in meeting.households
        }
        for teacher in self._busy(meeting):
            found.add((self._diaries.teacher(teacher), STAFF, 0))
            found |= {(household, STAFF, 0) for household in self._staff[teacher]}
        if meeting.student_attends:
            diaries = (self._diaries.student(student) for student in meeting.students)
            found |= {(diary, STUDENT, 0) for diary in diaries if diary is not None}
        if not meeting.remote:
            for household in meeting.households:
                found |= {(other, APART, ANY_TIME if gap is None else gap) for other, gap in self._apart[household]}
        return sorted(found)

    def _busy(self, meeting: Meeting) -> set[int]:
        """Its teachers, and the parents who teach here: they cannot be in two places either."""
        parents = (self._problem.households[household].staff_teacher for household in meeting.households)
        return {*meeting.teachers, *(teacher for teacher in parents if teacher is not None)}
