"""Questions as a school sees them: in its order, hidden, or found by words."""

from typing import Any
from uuid import UUID

from pydantic import Field as Described
from sqlalchemy import String, func, or_, select
from sqlalchemy import cast as sql_cast
from sqlmodel import col

from domain.catalogue.models import Audience, FoundQuestionRead, Key, Question, QuestionRead
from domain.catalogue.queries.finding import highlights, matches, rank
from domain.catalogue.queries.view import (
    STAMP,
    AdaptableQuery,
    LevelQuery,
    hidden_by_office,
    in_view,
    list_has,
    origin_of,
    place_of,
)
from domain.kernel.read import Computed, Document, Listing, Visible
from domain.kernel.row import Expression
from domain.kernel.session import SchoolSession
from domain.kernel.text import Line


class QuestionQuery(LevelQuery, AdaptableQuery):
    """Which questions."""

    meeting_type: Key | None = None
    audience: Audience | None = None
    phase: Key | None = None
    development_domain: Key | None = None
    q: Line | None = Described(
        None,
        description="Words to look for in text, plain wording and use, in your language, best match first. The last "
        'may be half typed; when nothing has the words, one wrong letter is forgiven. Also `"…"`, `or` and `-`.',
    )


QUESTION_PLACE = place_of(Question, col(Question.meeting_type))

_ORIGIN: dict[str, Computed] = {"origin": origin_of(Question)}
_SORTS: dict[str, Expression] = {
    "meeting_type": func.concat(
        col(Question.meeting_type), " ", func.lpad(sql_cast(QUESTION_PLACE, String), 6, "0"), type_=String
    )
}
_FILTERS = {"level": list_has(col(Question.levels)), "q": matches}


def _searching(visible: Visible, stamped: str | None) -> Listing:
    document = Document(FoundQuestionRead, Question, visible, computed={**_ORIGIN, "highlights": highlights})
    return Listing(document, {"relevance": rank(), **_SORTS}, _FILTERS, stamped=stamped)


def _listing(visible: Visible, stamped: str | None) -> Listing:
    return Listing(Document(QuestionRead, Question, visible, computed=_ORIGIN), _SORTS, _FILTERS, stamped=stamped)


QUESTION_LISTING = _listing(in_view(Question), STAMP)
_FOUND = _searching(in_view(Question), STAMP)
_HIDDEN = _listing(hidden_by_office(Question), None)  # not stamped: not everybody of a school sees the same
_FOUND_HIDDEN = _searching(hidden_by_office(Question), None)


def questions_asked_for(query: QuestionQuery) -> Listing:
    """The list that a query asks for."""
    if query.hidden:
        return _FOUND_HIDDEN if query.q else _HIDDEN
    return _FOUND if query.q else QUESTION_LISTING


async def questions_named(session: SchoolSession, ids: list[UUID]) -> dict[UUID, Question]:
    """The questions that the school shows by these ids, whether of its own row or of the library's that it adapts."""
    named = or_(col(Question.id).in_(ids), col(Question.adapts_id).in_(ids))
    rows = await session.rows(select(Question).where(named, in_view(Question)(session.viewer)))
    found: dict[Any, Question] = {row.adapts_id: row for row in rows} | {row.id: row for row in rows}
    return {row_id: found[row_id] for row_id in ids if row_id in found}
