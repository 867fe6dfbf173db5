"""Every rule carries its number, its severity, its sources and plain words in three languages."""

import re
from string import Formatter

from conversations.situations import every_rule

from domain.conversations.rules import WRONG_STATE
from domain.kernel.errors import Message

REFUSE = "R01 R02 R04 R05 R07 R08 R14 R16 R17 R18 R19 R22 R23 R24 R26 R27 R28 R30 R31 R39"
WARN = "R33"
DO_BOTH = "R03 R21 R29"
"""As the list of data rules says. R39 is advice on what a form carries; that a talk keeps to it follows from that."""
WARNINGS = {
    "reverse_conversation_late",
    "interpreter_is_relative",
    "home_visit_for_problem",
    "other_parent_not_informed",
    "papers_and_talk_together",
}
NOT_PERSONAL = {"least", "most", "minutes", "weeks", "grid", "age", "role"}
LANGUAGES = ("nl", "fr", "en")
LONGEST_SENTENCE = 20
"""Words: plain language keeps its sentences short."""


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def texts(message: Message) -> dict[str, str]:
    return {language: getattr(message, language) for language in LANGUAGES}


def test_each_number_refuses_or_warns_as_listed() -> None:
    severities = {(rule.number, rule.severity) for rule in every_rule()}
    errors = {number for number, severity in severities if severity == "error"}
    warnings = {number for number, severity in severities if severity == "warning"}
    assert sorted(errors - warnings) == REFUSE.split()
    assert sorted(warnings - errors) == WARN.split()
    assert sorted(errors & warnings) == DO_BOTH.split()


def test_what_only_warns_is_listed() -> None:
    assert {rule.code for rule in every_rule() if rule.severity == "warning"} == WARNINGS


def test_a_rule_has_a_stable_code_and_known_sources() -> None:
    for rule in every_rule():
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", rule.code)
        assert rule.source, rule.code
        assert all(re.fullmatch(r"S|J|[1-9]\d?", tag) for tag in rule.source), rule.code


def test_a_rule_says_the_same_in_each_language() -> None:
    for rule in every_rule():
        fills = [placeholders(text) for text in texts(rule).values()]
        assert fills[0] == fills[1] == fills[2] <= NOT_PERSONAL, rule.code


def test_the_words_are_whole_plain_sentences() -> None:
    for text in (text for message in (*every_rule(), WRONG_STATE) for text in texts(message).values()):
        assert text[0].isupper()
        assert text.endswith(".")
        assert text == " ".join(text.split())
        assert max(len(sentence.split()) for sentence in re.split(r"[.:?] ", text)) <= LONGEST_SENTENCE
