"""Striking starts out of a mask."""

import numpy as np

from domain.conferences.planner.search.compiled import Address, Row, compiled, int_at, set_word, word_at
from domain.conferences.planner.search.tables import session_at


@compiled
def strike(given: Row, mask: Address, session: int, low: int, high: int) -> None:
    """No start in this session at any minute from `low` to `high`, both included."""
    record = session_at(given.sessions, session)
    grid = given.grid
    begin = max(low - record.start, 0)
    end = min(high - record.start, record.cells * grid - 1)
    if end < begin:
        return
    first = int_at(given.floor, begin + grid - 1)
    last = int_at(given.floor, end)
    if first > last:
        return
    left, right = record.word + (first >> 6), record.word + (last >> 6)
    ones = ~np.uint64(0)
    head, tail = ones << np.uint64(first & 63), ones >> np.uint64(63 - (last & 63))
    if left == right:
        _keep(mask, left, ~(head & tail))
        return
    _keep(mask, left, ~head)
    _keep(mask, right, ~tail)
    for word in range(left + 1, right):
        _keep(mask, word, np.uint64(0))


@compiled
def _keep(mask: Address, word: int, bits: np.uint64) -> None:
    set_word(mask, word, word_at(mask, word) & bits)
