"""The tables of the search. Fields that name a table hold its address; all others are numbers."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.conferences.planner.search.compiled import rows_of

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Bits = NDArray[np.uint64]
Records = NDArray[np.void]

NOWHERE = -1
FAR = 1 << 30

# The kinds of a check: what has to lie between a talk and the bookings of a diary.
FAMILY, STAFF, STUDENT, APART = 0, 1, 2, 3


def _table(names: str, number: Any = np.int32) -> np.dtype[np.void]:
    return np.dtype([(name, number) for name in names.split()])


# A talk's ranges in `refs` (households, teachers, students' diaries), in `checks` and in `choices`.
TALK = _table(
    "minutes remote mandatory weight pinned published checks checks_end households households_end teachers "
    "teachers_end students students_end choices choices_end interpreted interpreter starts"
)
SESSION = _table("start cells word words near near_end")
TEACHER = _table("longest_run shortest_break")
CHECK = _table("diary kind value")
ROOM = _table("capacity diary")
SPOT = _table("at cell session interpreter")
STAY = _table("first last minutes talks")

# What never changes. Diary d has its pages from `diaries[d]`: households, teachers, students, interpreters, rooms.
# Masks (feasible, outside, interpretable) have `width` words a row: a bit for each start, each session from a new word.
GIVEN = _table(
    "talks sessions teachers checks rooms near refs choice place walk most_sessions diaries floor feasible outside "
    "interpretable talk_count session_count household_count room_count width grid channel_change "
    "on_site remote another_session not_preferred long_wait_from long_wait pair idle coming",
    np.int64,
)
# A schedule in the making. `family[(household * sessions + session) * 2 + remote]` and `staff[teacher * sessions +
# session]` are stretches from first to last talk; `levels` the six of the objective; `left` the talks left out.
PLAN = _table(
    "spots pages entries family staff days lost levels left left_place left_count mask options",
    np.int64,
)
# One attempt, so that it can be undone, and the best schedule so far. `seen` and `near` hold the number of the attempt
# that last touched a talk or a diary; `rates` what a point of each level counts while searching.
TRIAL = _table(
    "work attempt improved gone_count waiting_count wish wish_session wish_cell gone was waiting rank seen near "
    "best best_left best_levels rates chance",
    np.int64,
)

talk_at, session_at, teacher_at, check_at = rows_of(TALK), rows_of(SESSION), rows_of(TEACHER), rows_of(CHECK)
room_at, spot_at, stay_at = rows_of(ROOM), rows_of(SPOT), rows_of(STAY)


class Table:
    """One row of addresses and numbers, and the arrays behind the addresses, kept alive."""

    def __init__(self, dtype: np.dtype[np.void], fields: dict[str, NDArray[Any] | int]) -> None:
        self.arrays = {name: np.ascontiguousarray(v) for name, v in fields.items() if isinstance(v, np.ndarray)}
        self.row = np.zeros(1, dtype=dtype)
        for name, value in fields.items():
            self.row[name] = self.arrays[name].ctypes.data if name in self.arrays else value

    def __getitem__(self, name: str) -> NDArray[Any]:
        return self.arrays[name]

    def number(self, name: str) -> int:
        return int(self.row[name][0])
