"""Starts as bits of one long number: where each session's starts lie, and which starts lie in which windows."""

from collections.abc import Iterable
from functools import cache

import numpy as np

from domain.conferences.planner.problem import Problem, Session, Windows
from domain.conferences.planner.search.tables import Bits

WORD = 64


class Starts:
    """Session i has its starts at bits `first_word[i] * 64 + k`, for the k-th step of the grid."""

    def __init__(self, problem: Problem) -> None:
        self.grid = problem.grid
        self.sessions = problem.sessions
        self.cells = [-(-(session.end - session.start) // problem.grid) for session in problem.sessions]
        self.words = [-(-cells // WORD) for cells in self.cells]
        self.first_word = [sum(self.words[:index]) for index in range(len(self.words))]
        self.inside = cache(self._inside)
        self.touching = cache(self._touching)
        self.lying = cache(self._lying)

    def between(self, first: int, last: int) -> int:
        """The starts at `first` or later and at `last` or before."""
        found = 0
        for index in range(len(self.sessions)):
            found |= self._between(index, first, last)
        return found

    def _between(self, index: int, first: int, last: int) -> int:
        begin = self.sessions[index].start
        low = max(0, -(-(first - begin) // self.grid))
        high = min(self.cells[index] - 1, (last - begin) // self.grid)
        return ((1 << (high - low + 1)) - 1) << (self.first_word[index] * WORD + low) if high >= low else 0

    def _inside(self, windows: Windows, minutes: int) -> int:
        return _any(self.between(start, end - minutes) for start, end in windows)

    def _touching(self, windows: Windows, minutes: int) -> int:
        return _any(self.between(start - minutes + 1, end - 1) for start, end in windows)

    def _lying(self, index: int, minutes: int) -> int:
        """The starts in session `index`; a talk that also lies in an earlier one belongs to that one."""
        session = self.sessions[index]
        found = self._between(index, session.start, session.end - minutes)
        for earlier in self.sessions[:index]:
            found &= ~self._shared(index, earlier, minutes)
        return found

    def _shared(self, index: int, earlier: Session, minutes: int) -> int:
        return self._between(index, earlier.start, earlier.end - minutes)

    def rows(self, masks: list[int]) -> Bits:
        width = sum(self.words) * WORD // 8
        packed = b"".join(mask.to_bytes(width, "little") for mask in masks)
        return np.frombuffer(packed, dtype="<u8").reshape(len(masks), width // 8).astype(np.uint64)


def _any(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found
