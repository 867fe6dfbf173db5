"""Which of our languages a reader wants."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.language import negotiated, preferred
from domain.kernel.text import LANGUAGES, OWN_LANGUAGES


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("", "nl"),
        ("nl", "nl"),
        ("FR", "fr"),
        ("en-GB", "en"),
        ("fr-BE, nl;q=0.8", "fr"),
        ("fr;q=0.3, en;q=0.9", "en"),
        ("ar, ary;q=0.9", "ar"),
        ("ar-MA, en;q=0.1", "ar"),
        ("fr;q=0, en;q=0.1", "en"),
        ("fr;q=0", "nl"),
        ("*", "nl"),
        ("frr", "nl"),
        ("fr;q=x, en;q=0.1", "en"),
        ("en, fr", "en"),
        (";q=1,,;", "nl"),
    ],
)
def test_the_best_that_we_have_is_given(asked: str, given: str) -> None:
    assert negotiated(asked) == given


def test_messages_are_there_in_our_own_languages_only() -> None:
    assert negotiated("ar, fr;q=0.5", OWN_LANGUAGES) == "fr"


def test_who_reads_another_of_our_languages_too_gets_whole_texts() -> None:
    assert preferred("ar, fr;q=0.5") == "fr"
    assert (preferred("ar"), preferred("ar, de"), preferred("de")) == ("ar", "ar", "nl")


@settings(max_examples=40)
@given(st.text(max_size=60))
def test_whatever_is_asked_there_is_an_answer(asked: str) -> None:
    assert negotiated(asked) in LANGUAGES


def test_an_endless_header_costs_no_endless_time() -> None:
    assert negotiated("de," * 100_000 + "fr") == "nl"
