"""An empty schedule and an attempt that has not begun."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.conferences.planner.search.chance import seeded
from domain.conferences.planner.search.tables import FAR, NOWHERE, PLAN, SPOT, STAY, TRIAL, Ints, Longs, Records, Table


def empty_plan(given: Table) -> Table:
    """Nothing is placed yet: everything mandatory and all weight is left out, every published time is changed."""
    talks, sessions = len(given["talks"]), len(given["sessions"])
    households, teachers, width = len(given["most_sessions"]), len(given["teachers"]), given.number("width")
    lost = np.zeros(households, dtype=np.int32)
    for talk in given["talks"]:
        lost[given["refs"][talk["households"] : talk["households_end"]]] += 1
    nobody = np.array((FAR, -FAR, 0, 0), dtype=STAY)
    return Table(
        PLAN,
        {
            "spots": no_spots(talks),
            "pages": np.zeros(int(given["diaries"][-1]) + 1, dtype=np.int32),
            "entries": np.zeros(len(given["diaries"]) - 1, dtype=np.int32),
            "family": np.full(households * sessions * 2, nobody),
            "staff": np.full(teachers * sessions, nobody),
            "days": np.zeros(households, dtype=np.int32),
            "lost": lost,
            "levels": _nothing_placed(given, lost),
            "left": np.arange(talks, dtype=np.int32),
            "left_place": np.arange(talks, dtype=np.int32),
            "left_count": talks,
            "mask": np.zeros(width, dtype=np.uint64),
            "options": np.zeros((_most_choices(given), width), dtype=np.uint64),
        },
    )


def empty_trial(given: Table, seed: int) -> Table:
    talks, diaries = len(given["talks"]), len(given["diaries"])
    numbers: dict[str, NDArray[Any] | int] = {
        "gone": np.zeros(talks, dtype=np.int32),
        "was": no_spots(talks),
        "waiting": np.zeros(talks, dtype=np.int32),
        "rank": np.zeros(talks, dtype=np.int64),
        "seen": np.zeros(talks, dtype=np.int64),
        "near": np.zeros(diaries, dtype=np.int64),
        "best": no_spots(talks),
        "best_levels": np.full(6, 1 << 60, dtype=np.int64),
        "rates": np.ones(6, dtype=np.int64),
        "chance": seeded(seed),
    }
    return Table(TRIAL, numbers)


def no_spots(talks: int) -> Records:
    return np.full(talks, np.array((NOWHERE, 0, 0, NOWHERE), dtype=SPOT))


def _nothing_placed(given: Table, lost: Ints) -> Longs:
    talk, pair = given["talks"], given.number("pair")
    weight = int(talk["weight"][talk["mandatory"] == 0].sum())
    pairs = int((lost.astype(np.int64) * (lost - 1) // 2).sum())
    changed = int((talk["published"] >= 0).sum())
    return np.array([int(talk["mandatory"].sum()), weight, changed, 0, pair * pairs, 0], dtype=np.int64)


def _most_choices(given: Table) -> int:
    return int((given["talks"]["choices_end"] - given["talks"]["choices"]).max(initial=0)) + 1
