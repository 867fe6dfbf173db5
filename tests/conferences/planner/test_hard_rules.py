"""Every hard rule, in the smallest evening in which it bites: who is left out, or how far apart two talks end."""

from itertools import pairwise

import pytest
from conferences.planner.evenings import (
    ALWAYS,
    Interpreter,
    Room,
    Separation,
    Student,
    evening,
    household,
    starts,
    talk,
    teacher,
)


def gap(problem):
    first, second = sorted(starts(problem))
    return second - first - problem.meetings[0].minutes


def left(problem):
    return starts(problem).count(None)


def test_a_family_walks_between_two_rooms():
    assert gap(evening(talk(), talk(teachers=(1,)), teachers=2)) == 5
    slow = (household(extra_walking=10),)
    assert gap(evening(talk(), talk(teachers=(1,)), teachers=2, households=slow)) == 15


def test_a_family_needs_time_between_a_talk_on_site_and_one_at_a_distance():
    assert left(evening(talk(), talk(remote=True), minutes=30)) == 1
    assert left(evening(talk(), talk(remote=True), minutes=35)) == 0


def test_a_teacher_is_in_one_talk_at_a_time():
    assert left(evening(talk(), talk(households=(1,)), talk(households=(2,)), households=3, minutes=20)) == 1


def test_breaks_and_windows_hold_to_the_minute():
    people = (teacher(available=((3, 41),), breaks=((15, 31),)),)
    assert starts(evening(talk(), talk(households=(1,)), households=2, teachers=people)) == [5, None]


def test_a_run_of_talks_is_not_too_long():
    people = (teacher(longest_run=20, shortest_break=10),)
    three = [talk(households=(i,)) for i in range(3)]
    assert left(evening(*three, households=3, teachers=people, minutes=35)) == 1
    assert left(evening(*three, households=3, teachers=people, minutes=40)) == 0


@pytest.mark.parametrize(("capacity", "missing"), [(1, 2), (2, 1), (3, 0)])
def test_a_room_holds_so_many_talks(capacity, missing):
    people = tuple(teacher() for _ in range(3))
    three = [talk(households=(i,), teachers=(i,)) for i in range(3)]
    problem = evening(*three, households=3, teachers=people, minutes=10, rooms=(Room("R", 0, capacity),))
    assert left(problem) == missing


def test_an_interpreter_knows_the_language_and_is_in_one_talk():
    two = talk(language="tr"), talk(households=(1,), teachers=(1,), language="tr")
    one = (Interpreter("I", frozenset({"tr"}), ALWAYS), Interpreter("J", frozenset({"ar"}), ALWAYS))
    assert left(evening(*two, households=2, teachers=2, minutes=20, interpreters=one)) == 1
    assert left(evening(*two, households=2, teachers=2, minutes=25, interpreters=one)) == 0


def test_a_household_attends_no_more_sessions_than_it_wants():
    once = (household(most_sessions=1),)
    assert left(evening(talk(), talk(), evenings=2, minutes=10, households=once)) == 1
    assert left(evening(talk(), talk(), evenings=2, minutes=10)) == 0


@pytest.mark.parametrize(("apart", "missing"), [(30, 0), (45, 1), (None, 1)])
def test_separated_households_do_not_meet(apart, missing):
    two = talk(), talk(households=(1,), teachers=(1,))
    problem = evening(*two, households=2, teachers=2, minutes=60, separations=(Separation(0, 1, apart),))
    assert left(problem) == missing


def test_a_parent_who_teaches_here_is_busy_as_a_teacher():
    families = household(), household(staff_teacher=0)
    two = talk(), talk(households=(1,), teachers=(1,), remote=True)
    assert left(evening(*two, households=families, teachers=2, minutes=20)) == 1
    assert left(evening(*two, households=families, teachers=2, minutes=25)) == 0


def test_a_student_goes_from_one_parent_to_the_other():
    two = [talk(households=(i,), teachers=(i,), students=(0,), student_attends=True) for i in range(2)]
    problem = evening(*two, households=2, teachers=2, minutes=25, students=(Student("S", ()),))
    assert gap(problem) == 5
    away = evening(*two, households=2, teachers=2, minutes=30, students=(Student("S", ((0, 11),)),))
    assert left(away) == 1


def test_a_pinned_talk_keeps_its_start():
    assert starts(evening(talk(pinned=25), talk(households=(1,)), households=2))[0] == 25


def test_any_grid_and_long_sessions():
    """More than 64 starts, and talks that end between two steps of the grid."""
    many = [talk(households=(i,), minutes=11) for i in range(40)]
    found = sorted(starts(evening(*many, households=40, minutes=480, grid=4)))
    assert all(b - a >= 12 for a, b in pairwise(found))
    assert all(start % 4 == 0 for start in found)
