"""Texts: a map from language to words, of which one is read."""

from typing import Any

import pytest
from house import House
from pydantic import BaseModel, TypeAdapter, ValidationError
from sqlalchemy import cast, literal, select
from sqlalchemy.dialects.postgresql import JSONB

from domain.kernel.text import FIRST, LANGUAGES, LanguageTag, Line, Paragraph, Text, is_text, pick, picked

WORDS = {"nl": "Welkom", "fr": "Bienvenue", "en": "Welcome"}


@pytest.mark.parametrize("kind", [Line, Paragraph])
@pytest.mark.parametrize(
    "said", ["", "  ", "a\u0000b", "a\u0007b", "a\u001fb", "a\u007fb", "\ud800", "x" * 4001, 7, None, ["a"]]
)
def test_a_text_is_printable_and_has_a_length(kind: Any, said: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(said)


def test_a_line_has_no_breaks_and_a_paragraph_may() -> None:
    assert TypeAdapter(Paragraph).validate_python(" Dag\n\tiedereen ") == "Dag\n\tiedereen"
    for said in ("Dag\niedereen", "Dag\tiedereen", "x" * 201):
        with pytest.raises(ValidationError):
            TypeAdapter(Line).validate_python(said)
    assert TypeAdapter(Line).validate_python("  مرحبا 👋🏽  ") == "مرحبا 👋🏽"


@pytest.mark.parametrize("tag", ["ar", "ary", "pt-BR", "zh-Hant-TW", "nl-BE"])
def test_a_language_that_people_speak_has_a_tag(tag: str) -> None:
    assert TypeAdapter(LanguageTag).validate_python(tag) == tag


@pytest.mark.parametrize("tag", ["", "a", "Arabic", "NL", "nl_BE", "nl-", "nl-B", "nl BE", "x" * 36, "nl\n"])
def test_what_is_no_tag_is_refused(tag: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(LanguageTag).validate_python(tag)


@pytest.mark.parametrize(
    "said",
    [{}, {"fr": "Bienvenue"}, {"nl": None, "fr": "x"}, {"nl": ""}, {"nl": "x", "de": "y"}, {"nl": 5}, "Welkom", None],
)
def test_a_text_has_at_least_dutch(said: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Text).validate_python(said)


def test_a_null_takes_a_language_away() -> None:
    assert TypeAdapter(Text).validate_python({"nl": "Welkom", "fr": None}) == {"nl": "Welkom"}


def test_a_text_is_known_among_other_fields() -> None:
    class Page(BaseModel):
        title: Text
        intro: Text | None = None
        label: Line
        words: dict[str, str]

    assert [name for name, field in Page.model_fields.items() if is_text(field)] == ["title", "intro"]
    written, read = (
        Page.model_json_schema(mode=mode)["properties"]["title"] for mode in ("validation", "serialization")
    )
    assert written["required"] == ["nl"]
    assert read["anyOf"][0] == {"type": "string"}


@pytest.mark.parametrize("words", [WORDS, {"nl": "Welkom"}, {"nl": "Welkom", "en": "Welcome", "ar": "أهلًا"}])
@pytest.mark.parametrize("language", [*LANGUAGES, "tr", ""])
def test_python_and_postgresql_pick_the_same_words(house: House, words: dict[str, str], language: str) -> None:
    given = literal(words, JSONB)

    async def ask() -> Any:
        async with house.database.working_for(house.id) as session:
            return (await session.execute(select(picked(cast(given, JSONB), literal(language))))).scalar()

    assert pick(words, language) == words.get(language, words[FIRST])
    assert house.run(ask()) == pick(words, language)
