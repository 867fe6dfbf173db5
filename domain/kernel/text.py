"""Texts people read: a map from language to words, of which one is picked at the edge or in the database."""

from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError
from sqlalchemy import ColumnElement, SQLColumnExpression, func
from sqlalchemy.dialects.postgresql import JSONB

Language = Literal["nl", "fr", "en", "ar"]
LANGUAGES: tuple[Language, ...] = ("nl", "fr", "en", "ar")
OWN_LANGUAGES: tuple[Language, ...] = ("nl", "fr", "en")
"""Those in which every message and every text of the library is there; the others come where a family reads along."""

RIGHT_TO_LEFT = frozenset({"ar"})

FIRST: Language = "nl"
"""What is shown when none of the reader's languages is there."""

_PRINTABLE = r"^[^\x00-\x1f\x7f]*$"
_PRINTABLE_LINES = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=_PRINTABLE)]
"""One line of text, 1 to 200 characters, without control characters (PostgreSQL refuses NUL)."""

Paragraph = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000, pattern=_PRINTABLE_LINES)
]
"""Running text, 1 to 4000 characters; line breaks and tabs allowed."""

LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)]
"""A BCP 47 tag of a language that people speak, such as `ar`, `ary` or `pt-BR`."""


def _has_first(value: dict[str, str | None]) -> dict[str, str]:
    """A merge patch takes a language away with null; Dutch always stays."""
    words = {language: said for language, said in value.items() if said is not None}
    if FIRST not in words:
        raise PydanticCustomError("dutch_missing", "A text needs its Dutch version (nl).")
    return words


_MAP_SCHEMA = {
    "type": "object",
    "properties": {language: {"type": "string", "minLength": 1, "maxLength": 4000} for language in LANGUAGES},
    "required": [FIRST],
    "additionalProperties": False,
    "examples": [{"nl": "Welkom", "fr": "Bienvenue", "en": "Welcome"}],
}


class _AnswerSchema:
    """In: the whole map. Out: the text in the reader's language, or the map when `lang=all` was asked."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        if handler.mode == "serialization":
            return {"anyOf": [{"type": "string"}, _MAP_SCHEMA]}
        return dict(_MAP_SCHEMA)


Text = Annotated[dict[Language, Paragraph | None], AfterValidator(_has_first), _AnswerSchema()]
"""A language map with at least Dutch, for example `{"nl": "Welkom", "fr": "Bienvenue"}`."""

TextPatch = dict[Language, Paragraph | None]
"""A merge patch of a `Text`: languages that are not named stay, null takes one away."""


def is_text(field: FieldInfo) -> bool:
    """Whether a field is a `Text`, or `Text | None`."""
    marks = [
        *field.metadata,
        *(mark for part in get_args(field.annotation) for mark in getattr(part, "__metadata__", ())),
    ]
    return any(isinstance(mark, _AnswerSchema) for mark in marks)


def text_patch(field: FieldInfo) -> Any:
    """What a merge patch may say of such a field: null only where the field allows null."""
    return TextPatch | None if type(None) in get_args(field.annotation) else TextPatch


TEXT = JSONB
"""The column type of a `Text`."""


def pick(text: dict[str, str], language: str) -> str:
    """The words in this language, else in Dutch."""
    return text.get(language) or text[FIRST]


def picked(column: SQLColumnExpression[Any], language: ColumnElement[str]) -> ColumnElement[Any]:
    """`pick`, done by PostgreSQL."""
    return func.coalesce(column.op("->>")(language), column.op("->>")(FIRST))
