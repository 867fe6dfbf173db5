"""Every word of a plan has its name in every language."""

from domain.kernel.printed import printed_words
from domain.kernel.text import LANGUAGES
from domain.plans.words import GROUPS, names_of


def test_every_word_of_a_plan_has_a_name() -> None:
    groups = printed_words("plan-words")
    assert {group: set(groups[group]) for group in GROUPS.values()} == {
        group: set(words) for words, group in GROUPS.items()
    }
    assert all(set(said) == set(LANGUAGES) for names in groups.values() for said in names.values())
    for word in (word for words in GROUPS for word in words):
        assert set(names_of(word)) == set(LANGUAGES), word
