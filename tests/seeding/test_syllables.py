"""Syllables, against words that were counted by hand."""

import pytest

from domain.seeding.proofreading.syllables import syllables

BY_HAND = {
    1: "één jij neem straat sneeuw team crèche",
    2: "oma leerling kleurplaat moeilijk mooie duwen toilet zoals coaching café groeien praatje cadeau buggy",
    3: "rondleiding vertrouwen eigenlijk reünie ideeën radio pionnen theater museum privacy bijeenkomst sociaal",
    4: "oudergesprek beïnvloeden materiaal situatie februari tegenover",
    5: "geïnteresseerd individueel evaluatie oudercomité secretariaat",
    6: "zorgcoördinator",
}
"""Everyday words of the catalogue, and what is known to be hard: two vowels with one sound, a diaeresis, -ea- and -ia-,
loan words. Dutch says its final -e."""


@pytest.mark.parametrize(
    ("count", "word"), [(count, word) for count, words in BY_HAND.items() for word in words.split()]
)
def test_a_word_has_as_many_syllables_as_by_hand(count: int, word: str) -> None:
    assert syllables(word) == count


def test_there_are_forty_words_at_least() -> None:
    assert sum(len(words.split()) for words in BY_HAND.values()) >= 40


def test_an_abbreviation_is_spelled_and_a_number_read() -> None:
    assert (syllables("CLB"), syllables("30"), syllables("pst")) == (3, 2, 1)
