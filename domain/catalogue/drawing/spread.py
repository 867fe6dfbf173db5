"""Places along a line: as near as can be to where each would like to be, in their order and never overlapping."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Wish(NamedTuple):
    """Where the middle of something would like to be, how wide it is, and how much its wish counts."""

    middle: float
    width: float
    weight: float = 1.0


def spread(wishes: Sequence[Wish], gap: float, start: float, end: float) -> list[float]:
    """The middles, at least `gap` apart and between start and end: the nearest to the wishes (least squares).

    Taking off what must be between them leaves numbers that must not fall: those of neighbours that do are pooled.
    """
    offsets = _offsets(wishes, gap)
    pools: list[tuple[float, float, int]] = []
    for wish, offset in zip(wishes, offsets, strict=True):
        pool = (wish.middle - offset, wish.weight, 1)
        while pools and pools[-1][0] >= pool[0]:
            pool = _pooled(pools.pop(), pool)
        pools.append(pool)
    levels = [mean for mean, _, count in pools for _ in range(count)]
    lowest = start + wishes[0].width / 2
    highest = end - wishes[-1].width / 2 - offsets[-1]
    return [max(lowest, min(level, highest)) + offset for level, offset in zip(levels, offsets, strict=True)]


def _offsets(wishes: Sequence[Wish], gap: float) -> list[float]:
    offsets = [0.0]
    for left, right in pairwise(wishes):
        offsets.append(offsets[-1] + (left.width + right.width) / 2 + gap)
    return offsets


def _pooled(one: tuple[float, float, int], other: tuple[float, float, int]) -> tuple[float, float, int]:
    weight = one[1] + other[1]
    return (one[0] * one[1] + other[0] * other[1]) / weight, weight, one[2] + other[2]
