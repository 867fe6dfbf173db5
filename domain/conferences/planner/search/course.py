"""How a walk cools, and what counts how much on the way: all that is tuned stands here.

Heat is in points of family burden. Lower levels only break ties. The higher ones are soft at first, so that the walk
gets over hills, and hard in the end.
"""

from dataclasses import dataclass

POINT = 100
CHUNK = 20_000  # trial insertions between two looks at the clock
PREFERENCE, TEACHERS = 4, 2
MANDATORY = 30  # times a point of weight


@dataclass(frozen=True, slots=True)
class Course:
    """From `hot` to `cold`, while a point of weight left out goes from `soft` to `hard` points of burden.

    `changes`: what a published time that changes counts for. `ruin`: about the most talks taken out at once.
    """

    hot: float = 60.0
    cold: float = 2.0
    soft: float = 100.0
    hard: float = 800.0
    changes: float = 1500.0
    ruin: int = 12

    def heat(self, part: float) -> float:
        return POINT * _between(self.hot, self.cold, part)

    def rates(self, part: float) -> list[int]:
        """What a point of each of the six levels counts for, when this part (0 to 1) of the walk is done."""
        weight = POINT * _between(self.soft, self.hard, part)
        return [int(MANDATORY * weight), int(weight), int(POINT * self.changes), POINT, PREFERENCE, TEACHERS]


FIRST = Course()
AGAIN = Course(hot=30.0, soft=150.0)
REPLAN = Course(hot=5.0, soft=1500.0, hard=1500.0, changes=700.0)


def _between(begin: float, end: float, part: float) -> float:
    return float(begin * (end / begin) ** part)
