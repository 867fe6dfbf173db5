"""Readability, reckoned by hand."""

import pytest

from domain.seeding.proofreading.readability import flesch_douma

BY_HAND = [
    ("Kom erbij.", 1, 2, 3),
    ("Dag Noor! Hoe gaat het?", 2, 5, 5),
    ("“Wat helpt?” vraagt de juf. Ze luistert.", 3, 7, 8),
    ("Om 18.30 uur zijn er zo'n 12 ouders…", 1, 9, 13),
]


@pytest.mark.parametrize(("text", "sentences", "words", "syllables"), BY_HAND)
def test_the_formula_is_that_of_douma(text: str, sentences: int, words: int, syllables: int) -> None:
    assert flesch_douma(text) == pytest.approx(206.84 - 0.93 * words / sentences - 77 * syllables / words)
