"""Our own words for every message: complete, with known placeholders, and short where they must be."""

from dataclasses import replace
from typing import get_args

import pytest

from domain.kernel.printed import printed_words
from domain.kernel.text import LANGUAGES, Language
from domain.messaging.models.wording_fields import MessageWordingFields
from domain.messaging.models.words import MessageKind
from domain.messaging.rules.wording import NEEDED, flaws_of_wording
from domain.messaging.wording.filling import placeholders
from domain.messaging.wording.invented import invented
from domain.messaging.wording.saying import say
from domain.messaging.wording.short import MOST
from domain.messaging.wording.templates import PARTS, templates_of
from domain.plans.models.words import Party


@pytest.mark.parametrize("kind", MessageKind)
def test_the_words_of_a_kind_are_whole(kind: MessageKind) -> None:
    words = templates_of(kind)
    assert tuple(words) == PARTS
    assert MessageWordingFields.model_validate(words).words() == words
    assert not [*flaws_of_wording(kind, words)]
    for part in PARTS:
        for texts in [words[part]] if part == "subject" else words[part]:
            assert tuple(texts) == LANGUAGES, (part, texts)
            assert len({frozenset(placeholders(text)) for text in texts.values()}) == 1, texts
    assert "answer" in {
        name for part in ("paragraphs", "short") for one in words[part] for name in placeholders(one["nl"])
    }


def test_what_all_messages_say_is_whole() -> None:
    for name, texts in printed_words("message-words").items():
        assert tuple(texts) == LANGUAGES, name
        assert len({frozenset(placeholders(text)) for text in texts.values()}) == 1, name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MessageKind)
def test_every_message_is_said_in_full(kind: MessageKind, language: Language) -> None:
    facts = invented(kind)
    said = say(facts, language, {})
    assert said.language == language
    assert language in get_args(Language)
    assert "{" not in str(said)
    assert len(said.short) <= MOST
    assert "…" not in said.short
    assert facts.link
    assert facts.link in said.short
    assert facts.link in "".join(said.paragraphs)
    assert facts.link not in "".join(said.spoken)
    assert "Anna Claes, De Wissel" in said.paragraphs[-1] or language == "ar"


@pytest.mark.parametrize("kind", MessageKind)
def test_a_discreet_one_says_nothing_at_a_glance(kind: MessageKind) -> None:
    facts = invented(kind)
    talks = tuple(replace(talk, is_discreet=True, goal="Samen zoeken") for talk in facts.talks)
    said = say(replace(facts, talks=talks), "nl", {})
    for shown in (said.subject, said.short):
        assert not {"Startgesprek", "Samen zoeken", "Lina"} & {
            word for word in (*shown.split(), "Samen zoeken") if word in shown
        }


def test_names_stay_names() -> None:
    facts = replace(invented(MessageKind.INVITATION), recipient="{when} {0} %s {recipient}")
    assert say(facts, "nl", {}).paragraphs[0] == "Dag {when} {0} %s {recipient},"


def test_a_student_is_spoken_to() -> None:
    said = say(replace(invented(MessageKind.INVITATION), party=Party.STUDENT), "nl", {})
    assert said.paragraphs[1] == "Graag nodigen we je uit voor een gesprek over jou: Startgesprek."


def test_several_times_are_there_to_choose_from() -> None:
    facts = invented(MessageKind.INVITATION)
    (talk,) = facts.talks
    said = say(replace(facts, talks=(replace(talk, times=talk.times * 3),)), "nl", {})
    assert "Kies uit 3 momenten." in said.short
    assert "\n- dinsdag 15 september 2026, van 16.00 tot 16.20 uur" in "\n".join(said.paragraphs)


def test_a_language_that_we_do_not_have_is_dutch() -> None:
    facts = invented(MessageKind.REMINDER)
    assert say(facts, "tr", {}) == say(facts, "nl", {})


def test_own_words_hold_in_their_own_languages_only() -> None:
    own = {MessageKind.REMINDER: {"subject": {"nl": "Tot gauw!"}}}
    facts = invented(MessageKind.REMINDER)
    assert say(facts, "nl", own).subject == "Tot gauw!"
    assert say(facts, "fr", own) == say(facts, "fr", {})


def test_what_must_be_said_is_what_families_need() -> None:
    assert {"answer", "when", "professionals"} <= NEEDED
