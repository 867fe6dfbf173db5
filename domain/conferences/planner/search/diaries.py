"""Who keeps a diary, and how many pages it may need."""

from collections import Counter, defaultdict
from itertools import accumulate

from domain.conferences.planner.problem import Problem


class Diaries:
    """Numbers: households, teachers, students whose talks are not all of one household, interpreters, shared rooms."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self.students = _students_between_households(problem)
        self.rooms = _shared_rooms(problem)
        self.count = len(problem.households) + len(problem.teachers) + len(self.students)
        self._interpreters = self.count
        self._rooms = self._interpreters + len(problem.interpreters)

    def teacher(self, index: int) -> int:
        return len(self._problem.households) + index

    def student(self, index: int) -> int | None:
        place = self.students.get(index)
        return None if place is None else len(self._problem.households) + len(self._problem.teachers) + place

    def interpreter(self, index: int) -> int:
        return self._interpreters + index

    def room(self, index: int) -> int:
        """-1 for a room that needs no diary, because its one teacher's diary says as much."""
        return self._rooms + self.rooms[index] if index in self.rooms else -1

    def pages(self) -> list[int]:
        """Where each diary begins, and at last where all of them end."""
        most: Counter[int] = Counter()
        for meeting in self._problem.meetings:
            most.update(meeting.households)
            most.update(self.teacher(teacher) for teacher in meeting.teachers)
            most.update(found for one in meeting.students if (found := self.student(one)) is not None)
            if meeting.language is not None:
                most.update(range(self._interpreters, self._rooms))
            rooms = {room for room in self._problem.teachers[meeting.teachers[0]].room_by_session if room is not None}
            most.update(self.room(room) for room in rooms if room in self.rooms)
        sizes = [most[diary] for diary in range(self._rooms + len(self.rooms))]
        return [0, *accumulate(sizes)]


def _students_between_households(problem: Problem) -> dict[int, int]:
    """A talk without a household in common with another talk of the same student is not kept apart by a household."""
    found: dict[int, set[tuple[int, ...]]] = defaultdict(set)
    for meeting in problem.meetings:
        if meeting.student_attends:
            for student in meeting.students:
                found[student].add(meeting.households)
    return {student: place for place, student in enumerate(s for s in sorted(found) if len(found[s]) > 1)}


def _shared_rooms(problem: Problem) -> dict[int, int]:
    users: dict[int, set[int]] = defaultdict(set)
    for meeting in problem.meetings:
        for room in problem.teachers[meeting.teachers[0]].room_by_session:
            if room is not None:
                users[room].add(meeting.teachers[0])
    return {room: place for place, room in enumerate(r for r in sorted(users) if len(users[r]) > 1)}
