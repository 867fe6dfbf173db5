"""Words in a row that stand on a page too."""

import pytest

from domain.seeding.proofreading.copied import Page

PAGE = Page("""Één, twee drie -- vier vijf zes
    zeven ACHT negen. Tien elf. Een twee drie vier vijf zes zeven acht 9""")

RUNS = [
    ("één twee drie vier vijf zes zeven", []),
    ("Eerst: 'één twee drie, vier vijf; zes zeven acht'.", ["één twee drie vier vijf zes zeven acht"]),
    (
        "nul één twee drie vier vijf zes zeven acht negen tien elf een twaalf",
        ["één twee drie vier vijf zes zeven acht negen tien elf een"],
    ),
    ("een twee drie vier vijf zes zeven acht negen", ["een twee drie vier vijf zes zeven acht"]),
    ("Een twee drie vier vijf zes zeven acht 9", ["een twee drie vier vijf zes zeven acht 9"]),
    ("e\u0301e\u0301n twee drie vier vijf zes zeven acht", ["één twee drie vier vijf zes zeven acht"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "runs"), RUNS)
def test_a_run_is_found_as_long_as_it_is(text: str, runs: list[str]) -> None:
    assert list(PAGE.runs(text)) == runs


def test_a_short_page_has_no_runs() -> None:
    assert list(Page("kort").runs("kort " * 8)) == []
