"""What a family reads is there in Arabic too."""

import pytest
from conftest import CATALOGUE

from domain.seeding.checks import Content
from domain.seeding.content import load_content


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(CATALOGUE)


def test_forms_cards_ladders_and_prompts_are_there_in_arabic(content: Content) -> None:
    read = [text for piece in content["meeting-types"] for text in (piece.fields.name, piece.fields.purpose)]
    read += [text for piece in content["development-domains"] for text in (piece.fields.name, piece.fields.description)]
    for piece in content["scales"]:
        rungs = [text for rung in piece.fields.levels for text in (rung.label, rung.description)]
        read += [piece.fields.name, piece.fields.question, piece.fields.caution, *rungs]
    for piece in content["questions"]:
        question = piece.fields
        if question.audience == "parent" and question.meeting_type in {"reverse-conversation", "talking-tree"}:
            read += [question.text, question.plain]
    assert len(read) > 100
    assert [text["nl"] for text in read if "ar" not in text] == []
