"""Compile the search, so that it starts quickly from then on."""

from domain.conferences.planner.problem import Costs, Household, Meeting, Problem, Room, Session, Teacher, Weights
from domain.conferences.planner.search.course import FIRST
from domain.conferences.planner.search.crew import Crew


def warm() -> None:
    """Every compiled function has one signature: any problem does."""
    crew = Crew(_one_talk(), FIRST, seed=1, workers=1)
    crew.begin_from(crew.placed())
    crew.run(FIRST, 0.01, lambda: None, lambda: False)


def _one_talk() -> Problem:
    hour = ((0, 60),)
    meeting = Meeting(
        id="talk",
        households=(0,),
        students=(),
        teachers=(0,),
        minutes=10,
        mandatory=False,
        weight=1,
        remote=False,
        language=None,
        student_attends=False,
        pinned=None,
    )
    return Problem(
        name="one talk",
        grid=5,
        sessions=(Session("evening", 0, 60),),
        walking=((5,),),
        rooms=(Room("room", 0, 1),),
        teachers=(Teacher("teacher", (0,), hour, (), None, 0),),
        interpreters=(),
        students=(),
        households=(Household("family", hour, (), None, 0, None),),
        separations=(),
        meetings=(meeting,),
        published={},
        channel_change=15,
        objective=Weights(2, 1, 120, 10, 30, 1, 20, 1, 60),
        costs=Costs(1, 2, 30, 4, 60, 40, 1, 20),
    )
