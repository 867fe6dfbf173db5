"""No small group by language can be singled out, whatever is added to or taken from what goes out."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from domain.reach.rules.small_groups import ALL, OTHER, SMALLEST, in_fives, merged

COLUMNS = 4
tables = st.dictionaries(
    st.sampled_from(["ar", "tr", "fr", "nl", "pl", "en"]),
    st.lists(st.one_of(st.integers(0, 6), st.integers(0, 30)), min_size=COLUMNS, max_size=COLUMNS),
    min_size=1,
)


def total(rows: list[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * COLUMNS


@given(tables)
def test_all_families_are_in_it_once(languages: dict[str, list[int]]) -> None:
    assert total(list(merged(languages).values())) == total([tuple(counts) for counts in languages.values()])


@given(tables)
def test_no_sum_and_no_difference_of_what_goes_out_is_a_small_group(languages: dict[str, list[int]]) -> None:
    rows = merged(languages)
    whole = total([tuple(counts) for counts in languages.values()])
    for size in range(1, len(rows)):
        for some in combinations(rows.values(), size):
            left = [all_of - part for all_of, part in zip(whole, total(list(some)), strict=True)]
            assert not [count for count in (*total(list(some)), *left) if 0 < count < SMALLEST]


@given(tables)
def test_a_language_that_is_shown_is_what_it_is(languages: dict[str, list[int]]) -> None:
    assert all(
        tuple(languages[name]) == counts for name, counts in merged(languages).items() if name not in {ALL, OTHER}
    )


def test_what_one_small_group_hides_behind_is_large_enough() -> None:
    """One language alone would be found by subtraction from the total: the smallest of the others joins it."""
    assert merged({"ar": [9, 0, 0, 0], "fr": [6, 0, 0, 0], "tr": [2, 0, 0, 0]}) == {
        "ar": (9, 0, 0, 0),
        OTHER: (8, 0, 0, 0),
    }


def test_two_families_in_one_cell_are_a_small_group_too() -> None:
    assert merged({"ar": [20, 0, 0, 2], "fr": [30, 0, 0, 0], "nl": [9, 0, 0, 9]}) == {
        "fr": (30, 0, 0, 0),
        OTHER: (29, 0, 0, 11),
    }


@given(tables, st.data())
def test_two_tables_laid_over_each_other_tell_of_no_small_group(
    languages: dict[str, list[int]], data: st.DataObject
) -> None:
    """Another month, or the same after a family came or moved on: whichever rows are added up or subtracted."""
    later = {
        name: [max(0, count + data.draw(st.integers(-4, 4), label=name)) for count in counts]
        for name, counts in languages.items()
    }
    one, other = ([in_fives(row) for row in merged(each).values()] for each in (languages, later))
    for some in (*combinations(one, 1), one):
        for others in (*combinations(other, 1), other):
            differences = zip(total(list(some)), total(list(others)), strict=True)
            assert not [first - second for first, second in differences if 0 < abs(first - second) < SMALLEST]


@given(tables)
def test_what_is_in_fives_hides_nothing_and_is_near(languages: dict[str, list[int]]) -> None:
    for row in merged(languages).values():
        for count, told in zip(row, in_fives(row), strict=True):
            assert abs(count - told) <= 2 or count < SMALLEST
            assert (count > 0) == (told > 0) or count < SMALLEST
