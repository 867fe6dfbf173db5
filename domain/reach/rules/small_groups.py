"""Counts by language, put together until no small group can be singled out.

Nothing is blotted out, since what is blotted out can be subtracted: languages are merged into `other` until each number
of each row is nought or at least five. The rows divide the families, so whatever is added to or taken from them, and
from the totals that other filters give, stays a sum of whole rows. This holds as there is ONE table by language: of the
whole school, and over one period that the asker does not choose (see `queries/asked.py`). A second table, of a class, a
level or another week, could be laid over the first one. One still could lay today's table over that of last month, with
one family more in it. So every number goes out in fives: whatever the tables, their differences are fives too.
"""

from collections.abc import Mapping, Sequence

SMALLEST = 5
"""Fewer families than these are not told apart."""

OTHER = "other"
ALL = "all"
"""The one row, when no language may stand alone."""

Counts = tuple[int, ...]


def merged(languages: Mapping[str, Sequence[int]]) -> dict[str, Counts]:
    """Counts by language and column; what may not stand alone is in `other`, or all of it in `all`.

    When even the whole school has a column with fewer than five, that is the total, which names no language.
    """
    kept = {name: tuple(counts) for name, counts in languages.items() if _safe(counts) and any(counts)}
    rest = [tuple(counts) for name, counts in languages.items() if name not in kept and any(counts)]
    while rest and kept and not _safe(_sum(rest)):
        rest.append(kept.pop(min(kept, key=lambda name: (sum(kept[name]), name))))
    rows = dict(sorted(kept.items(), key=lambda row: (-sum(row[1]), row[0])))
    return rows | ({OTHER if rows else ALL: _sum(rest)} if rest else {})


def in_fives(counts: Counts) -> Counts:
    """The nearest numbers that tell nothing of one family: what was not nought stays at least five."""
    return tuple(round(count / SMALLEST) * SMALLEST for count in counts)


def _safe(counts: Sequence[int]) -> bool:
    return all(count == 0 or count >= SMALLEST for count in counts)


def _sum(rows: Sequence[Counts]) -> Counts:
    return tuple(map(sum, zip(*rows, strict=True)))
