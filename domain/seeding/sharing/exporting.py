"""Writing what a school added to the library, says in other words, and keeps as its sets of questions."""

from typing import Any
from uuid import UUID

import yaml
from sqlalchemy import select
from sqlmodel import col

from domain.catalogue.models import (
    AdaptableRow,
    Checklist,
    ChecklistPoint,
    Question,
    QuestionFields,
    QuestionSet,
    SetKind,
)
from domain.catalogue.models.checklists import ExplainedPoint
from domain.catalogue.queries import questions_named
from domain.kernel.session import SchoolSession
from domain.seeding.sharing.file import (
    CatalogueFile,
    SharedChoice,
    SharedPoint,
    SharedQuestion,
    SharedSet,
    name_of,
)

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


async def exported(session: SchoolSession) -> str:
    """The file, as YAML. What the school hides is not in it, nor what belongs to one person or the team."""
    file = CatalogueFile(
        questions=[_question(row) for row in await _own(session, Question)],
        checklist_points=await _points(session),
        question_sets=await _sets(session),
    )
    document = file.model_dump(mode="json", exclude_none=True)
    return str(yaml.dump(document, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110))


async def _own(session: SchoolSession, table: type[Any]) -> list[Any]:
    mine = (col(table.school_id) == session.principal.school_id, ~col(table.hidden))
    return await session.rows(select(table).where(*mine).order_by(col(table.position), col(table.id)))


def _names(row: AdaptableRow) -> dict[str, str]:
    return {"adapts" if row.adapts_id else "key": name_of(row)}


def _question(row: Question) -> SharedQuestion:
    said = {name: getattr(row, name) for name in QuestionFields.model_fields}
    return SharedQuestion.model_validate(said | _names(row))


async def _points(session: SchoolSession) -> list[SharedPoint]:
    keys = {row.id: row.key for row in await session.rows(select(Checklist))}
    return [_point(row, keys[row.checklist_id]) for row in await _own(session, ChecklistPoint)]


def _point(row: ChecklistPoint, checklist: str) -> SharedPoint:
    said = {name: getattr(row, name) for name in ExplainedPoint.model_fields}
    return SharedPoint.model_validate(said | _names(row) | {"checklist": checklist})


async def _sets(session: SchoolSession) -> list[SharedSet]:
    mine = (col(QuestionSet.school_id) == session.principal.school_id, col(QuestionSet.kind) == str(SetKind.SCHOOL))
    rows = await session.rows(select(QuestionSet).where(*mine).order_by(col(QuestionSet.id)))
    shown = await questions_named(session, [row_id for row in rows for row_id in row.chosen])
    return [_set(row, shown) for row in rows]


def _set(row: QuestionSet, shown: dict[UUID, Question]) -> SharedSet:
    """Without what the school no longer shows."""
    there = [(shown[row_id], note) for row_id, note in row.chosen.items() if row_id in shown]
    return SharedSet(title=row.title, questions=[SharedChoice(question=name_of(it), note=note) for it, note in there])
