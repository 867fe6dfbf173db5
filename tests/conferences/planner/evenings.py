"""Small rounds to plan, said with as few words as a test needs. Minutes count from the start of the first evening."""

from dataclasses import replace

from domain.conferences.planner.problem import (
    Costs,
    Household,
    Interpreter,
    Meeting,
    Placed,
    Problem,
    Room,
    Separation,
    Session,
    Student,
    Teacher,
    Weights,
)
from domain.conferences.planner.search.course import FIRST
from domain.conferences.planner.search.crew import Crew

ALWAYS = ((0, 10_000),)
DAY = 1440


def household(name="family", available=ALWAYS, **more):
    fields = {"preferred": (), "most_sessions": None, "extra_walking": 0, "staff_teacher": None, **more}
    return Household(name, available, **fields)


def teacher(name="teacher", rooms=(0,), available=ALWAYS, **more):
    fields = {"breaks": (), "longest_run": None, "shortest_break": 0, **more}
    return Teacher(name, rooms, available, **fields)


def talk(households=(0,), teachers=(0,), minutes=10, **more):
    fields = {
        "students": (), "mandatory": False, "weight": 1, "remote": False, "language": None, "student_attends": False,
        "pinned": None, **more,
    }  # fmt: skip
    return Meeting("talk", households, teachers=teachers, minutes=minutes, **fields)


def evening(*talks, minutes=60, evenings=1, households=1, teachers=1, **more):
    """One hour, one family and one teacher, if nothing else is said; every teacher has a room, all are 5 minutes apart."""
    sessions = tuple(Session(f"E{i}", i * DAY, i * DAY + minutes) for i in range(evenings))
    people = teachers if isinstance(teachers, tuple) else tuple(teacher(rooms=(i,) * evenings) for i in range(teachers))
    families = households if isinstance(households, tuple) else tuple(household() for _ in range(households))
    fields = {
        "rooms": tuple(Room(f"R{i}", 0, 1) for i in range(len(people))),
        "interpreters": (), "students": (), "separations": (), "published": {}, "grid": 5, **more,
    }  # fmt: skip
    return Problem(
        name="evening",
        sessions=sessions,
        walking=((5,),),
        teachers=people,
        households=families,
        meetings=tuple(replace(one, id=f"M{i}") for i, one in enumerate(talks)),
        channel_change=15,
        objective=Weights(2, 1, 120, 10, 30, 1, 20, 1, 60),
        costs=Costs(1, 2, 30, 4, 60, 40, 1, 20),
        **fields,
    )


def planned(problem, seed=1, seconds=0.02) -> list[Placed]:
    """The best schedule after some thousand insertions."""
    crew = Crew(problem, FIRST, seed, workers=1)
    crew.run(FIRST, seconds, lambda: None, lambda: False)
    return crew.placed()


def starts(problem, **how) -> list[int | None]:
    found = {one.meeting: one.start for one in planned(problem, **how)}
    return [found.get(index) for index in range(len(problem.meetings))]


__all__ = ["Interpreter", "Placed", "Room", "Separation", "Session", "Student", "replace"]
