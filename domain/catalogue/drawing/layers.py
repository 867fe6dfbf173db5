"""Rows for the steps of a mind map: each below all that come before it, in an order in which few arrows cross."""

from collections.abc import Iterable, Mapping, Sequence
from graphlib import TopologicalSorter
from itertools import combinations, pairwise, takewhile
from statistics import fmean
from typing import NamedTuple

from domain.catalogue.drawing.sketch import Link

_SWEEPS = 12

Rows = list[list[str]]


class Layers(NamedTuple):
    """Rows from top to bottom, and for each link the places it goes through: its origin, a place of its own in every
    row that it passes, its target."""

    rows: Rows
    chains: Mapping[Link, Sequence[str]]


def layered(steps: Iterable[str], links: Sequence[Link]) -> Layers:
    """Steps and passing places in rows. `links` must close no circle."""
    keys = list(steps)
    depth = _depths(keys, links)
    chains = {link: _chain(link, depth) for link in links}
    rows: Rows = [[] for _ in range(max(depth.values()) + 1)]
    for key in keys:
        rows[depth[key]].append(key)
    for link, chain in chains.items():
        for row, place in enumerate(chain[1:-1], depth[link.origin] + 1):
            rows[row].append(place)
    return Layers(_untangled(rows, [pair for chain in chains.values() for pair in pairwise(chain)]), chains)


def folded(layers: Layers, most: int) -> Layers:
    """The same, with the last rows side by side as one, as long as each is a single step: at most so many."""
    lonely = list(takewhile(lambda row: len(row) == 1, reversed(layers.rows)))[:most][::-1]
    rows = layers.rows[: len(layers.rows) - len(lonely)]
    return layers._replace(rows=[*rows, [place for row in lonely for place in row]] if lonely else rows)


def _depths(keys: Sequence[str], links: Sequence[Link]) -> dict[str, int]:
    """The longest way to each step from a step that nothing comes before."""
    before: dict[str, list[str]] = {key: [] for key in keys}
    for link in links:
        before[link.target].append(link.origin)
    depth: dict[str, int] = {}
    for key in TopologicalSorter(before).static_order():
        depth[key] = 1 + max((depth[one] for one in before[key]), default=-1)
    return depth


def _chain(link: Link, depth: Mapping[str, int]) -> list[str]:
    passed = range(depth[link.origin] + 1, depth[link.target])
    return [link.origin, *(f"{link.origin} {link.target} {row}" for row in passed), link.target]


def _untangled(rows: Rows, pairs: Sequence[tuple[str, str]]) -> Rows:
    """Every place goes to the mean of its neighbours above, then below, and so on; the best order seen is kept."""
    beside: dict[str, list[str]] = {place: [] for row in rows for place in row}
    for upper, lower in pairs:
        beside[upper].append(lower)
        beside[lower].append(upper)
    best = rows
    for sweep in range(_SWEEPS):
        rows = _swept(rows, beside, downwards=sweep % 2 == 0)
        best = min(best, rows, key=lambda tried: crossings(tried, pairs))
    return best


def _swept(rows: Rows, beside: Mapping[str, Sequence[str]], *, downwards: bool) -> Rows:
    done: Rows = []
    for row in rows if downwards else reversed(rows):
        if done:
            place_of = {place: number / len(done[-1]) for number, place in enumerate(done[-1])}
            done.append(_by_neighbours(row, beside, place_of))
        else:
            done.append(row)
    return done if downwards else done[::-1]


def _by_neighbours(row: list[str], beside: Mapping[str, Sequence[str]], place_of: Mapping[str, float]) -> list[str]:
    def mean(numbered: tuple[int, str]) -> float:
        number, place = numbered
        neighbours = [place_of[one] for one in beside[place] if one in place_of]
        return fmean(neighbours) if neighbours else number / len(row)

    return [place for _, place in sorted(enumerate(row), key=mean)]


def crossings(rows: Rows, pairs: Sequence[tuple[str, str]]) -> int:
    """How many of the lines between neighbouring rows cross."""
    at = {place: number for row in rows for number, place in enumerate(row)}
    level = {place: number for number, row in enumerate(rows) for place in row}
    lines = [(level[upper], at[upper], at[lower]) for upper, lower in pairs]
    return sum(
        one_level == other_level and (one_from - other_from) * (one_to - other_to) < 0
        for (one_level, one_from, one_to), (other_level, other_from, other_to) in combinations(lines, 2)
    )
