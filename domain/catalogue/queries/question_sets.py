"""Sets of questions: the staff sees those of school and team, and only its maker sees somebody's own."""

from typing import Any

from sqlalchemy import ColumnElement, Uuid, column, func, or_, select, true
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import JSON, JSONB, aggregate_order_by
from sqlmodel import col

from domain.catalogue.models import Question, QuestionSet, QuestionSetRead, SetKind
from domain.catalogue.queries.view import in_view
from domain.kernel.page import PageQuery
from domain.kernel.principal import Viewer
from domain.kernel.read import Document, Listing, Reading
from domain.kernel.text import picked


class QuestionSetQuery(PageQuery):
    """Which sets."""

    kind: SetKind | None = None


def _sees_set(viewer: Viewer) -> ColumnElement[bool]:
    return or_(col(QuestionSet.kind) != str(SetKind.OWN), col(QuestionSet.made_by_id) == viewer.staff_id)


def _chosen(reading: Reading) -> ColumnElement[Any]:
    """Each question in its place, in the words that the school has for it now."""
    each = (
        func.jsonb_array_elements(col(QuestionSet.questions))
        .table_valued(column("value", JSONB), with_ordinality="place", name="chosen")
        .render_derived()
    )
    named = sql_cast(each.c.value.op("->>")("question_id"), Uuid)
    words: Any = col(Question.text) if reading.language is None else picked(col(Question.text), reading.language)
    shown = (
        select(words.label("text"))
        .where(or_(col(Question.id) == named, col(Question.adapts_id) == named), in_view(Question)(reading.viewer))
        .correlate_except(Question)
        .limit(1)
        .lateral("shown")
    )
    item = func.json_build_object(
        "question_id", each.c.value.op("->")("question_id"), "note", each.c.value.op("->")("note"), "text", shown.c.text
    )
    items = func.json_agg(aggregate_order_by(item, each.c.place))
    listed = select(func.coalesce(items, func.json_build_array(), type_=JSON))
    return listed.select_from(each.outerjoin(shown, true())).correlate(QuestionSet).scalar_subquery()


QUESTION_SETS = Listing(
    Document(QuestionSetRead, QuestionSet, _sees_set, computed={"questions": _chosen}),
    {"created_at": col(QuestionSet.created_at)},
)
