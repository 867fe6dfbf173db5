"""Families counted in groups, by what the asker wants to tell apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from domain.reach.models.reads import ReachRow, SinceRow
from domain.reach.models.words import By, Reached, Since
from domain.reach.rules.groups import Family, reached, since
from domain.reach.rules.small_groups import in_fives, merged

Key = tuple[str, str]
"""What a group is known by, and what people call it."""


def rows(families: Sequence[Family], by: By) -> list[ReachRow]:
    """A row for each group; by language no small group stands alone."""
    counted: dict[Key, Counter[Reached]] = defaultdict(Counter)
    for family in families:
        for key in _keys(family, by):
            counted[key][reached(family)] += 1
    columns = {key: tuple(counts[group] for group in Reached) for key, counts in counted.items()}
    if by == By.HOME_LANGUAGE:
        safe = merged({key: counts for (key, _), counts in columns.items()})
        return [_row((key, ""), in_fives(counts)) for key, counts in safe.items()]
    return [_row(key, columns[key]) for key in sorted(columns, key=lambda key: (key[1], key[0]))]


def last_spoken(families: Iterable[Family], day: date) -> list[SinceRow]:
    """How long since, in all."""
    counted = Counter(since(family, day) for family in families)
    return [SinceRow(since=one, families=counted[one]) for one in Since]


def _keys(family: Family, by: By) -> Iterator[Key]:
    """A family is in several classes, and is spoken with in several kinds."""
    if by == By.CLASS:
        yield from ((str(class_id), title) for class_id, title in family.classes)
    elif by == By.KIND:
        yield from ((kind, "") for kind in family.met)
    else:
        yield (family.level if by == By.LEVEL else family.language, "")


def _row(key: Key, counts: Sequence[int]) -> ReachRow:
    groups = {str(group): count for group, count in zip(Reached, counts, strict=True)}
    return ReachRow.model_validate({"key": key[0], "name": key[1], "families": sum(counts), **groups})
