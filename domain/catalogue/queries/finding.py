"""Looking for words in questions: stems of the reader's language, a word still being typed, and one wrong letter.

There is no index for it. Row security has to come first, and PostgreSQL uses an index for an operator only when that is
leakproof, which those of text search are not: a GIN index would lie idle. What is searched is made when a question is
written (see `Question`), so that going through the thousand and more that a school may see takes some milliseconds.
"""

from typing import Any

from sqlalchemy import REAL, ColumnElement, Integer, String, bindparam, case, func, literal, or_, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import ARRAY, JSON
from sqlmodel import col

from domain.catalogue.models import Question
from domain.kernel.read import LANGUAGE, Reading, another, asked, there_is
from domain.kernel.text import FIRST, OWN_LANGUAGES

_WORDS = bindparam(asked("q"), type_=String)
_WEIGHTS = literal([0.02, 0.2, 0.5, 1.0], ARRAY(REAL))
"""Of D to A: a spelling that comes near has no place in the text, and so no weight of its own."""


def _sought(*, loosely: bool, every: bool = True) -> ColumnElement[Any]:
    """What is looked for. As a subquery it is made once for the statement, not once for each row."""
    return select(func.sought(_WORDS, LANGUAGE, loosely, every)).scalar_subquery()


def _to_search(columns: Any) -> ColumnElement[Any]:
    """What is searched, in the reader's language."""
    found = {language: columns[f"to_search_{language}"] for language in OWN_LANGUAGES}
    return case(found, value=LANGUAGE, else_=found[FIRST])


_HERE = _to_search(Question.__table__.c)  # type: ignore[attr-defined]
_HAS_WORDS = _HERE.bool_op("@@")(_sought(loosely=False))


def matches(_: Any) -> ColumnElement[bool]:
    """A question with all of the words; when there is none at all, one with words that come near.

    Whatever its filters: a word that some question has was not mistyped. Row security keeps to the school and the
    library here.
    """
    any_question = another(Question)
    nobody_has_words = ~there_is(any_question, _to_search(any_question.c).bool_op("@@")(_sought(loosely=False)))
    comes_near = _HERE.bool_op("@@")(_sought(loosely=True))
    return or_(_HAS_WORDS, comes_near & nobody_has_words)


def rank() -> ColumnElement[Any]:
    """The best match has the lowest. A whole number, so that a cursor finds its place again."""
    worth = func.ts_rank(sql_cast(_WEIGHTS, ARRAY(REAL)), _HERE, _sought(loosely=True))
    return sql_cast(-1_000_000 * worth, Integer)


def highlights(_: Reading) -> ColumnElement[Any]:
    """The texts in which something was found, cut into parts."""
    near = _sought(loosely=True, every=False)
    wanted = case((_HAS_WORDS, _sought(loosely=False, every=False)), else_=near)
    texts = (col(Question.text), col(Question.plain), col(Question.use))
    return func.highlights(*texts, LANGUAGE, wanted, type_=JSON)
