"""Keeping sets of questions: the school's by the office, others by their makers."""

from collections.abc import Set as AbstractSet
from typing import Any
from uuid import UUID

from domain.catalogue.models import QuestionSet, QuestionSetFields, SetKind
from domain.catalogue.queries import QUESTION_SETS, QuestionSetQuery, questions_named
from domain.catalogue.rules import may_keep_set
from domain.kernel.collection import Collection
from domain.kernel.errors import DOES_NOT_EXIST, Detail, Forbidden, Invalid, Message
from domain.kernel.row import Fields, Row
from domain.kernel.session import SchoolSession

NOT_YOUR_SET = Message(
    "not_your_set",
    "Een set van de school bewaart het secretariaat of de directie; een andere set bewaart wie ze maakte.",
    "Une série de l'école est tenue par la direction ou le secrétariat ; une autre, par la personne qui l'a faite.",
    "A set of the school is kept by its office; any other by the member of staff who made it.",
)


class QuestionSets(Collection):
    """Sets of questions. Each names questions that the school shows."""

    async def create(self, session: SchoolSession, fields: Fields, **more: Any) -> Row:
        """A new set, of the caller unless it is the school's.

        Raises:
            Forbidden: `not_your_set`. Invalid: `unknown_reference`.
        """
        assert isinstance(fields, QuestionSetFields)
        maker = None if fields.kind == SetKind.SCHOOL else session.principal.staff_id
        await _check(session, fields, maker)
        return await super().create(session, fields, made_by_id=maker, **more)

    async def get(self, session: SchoolSession, row_id: UUID, version: int | None = None) -> Row:
        """A set that the caller keeps.

        Raises:
            Forbidden: `not_your_set`. NotFound, Stale: as ever.
        """
        row = await super().get(session, row_id, version)
        assert isinstance(row, QuestionSet)
        _ensure_keeps(session, row.kind, row.made_by_id)
        return row

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Row:
        """Another title, other questions, another kind: the school's set has no maker any more.

        Raises:
            Forbidden: `not_your_set`. Invalid: `unknown_reference`. NotFound, Stale: as ever.
        """
        row = await self.get(session, row_id, version)
        assert isinstance(row, QuestionSet)
        fields = row.patched(QuestionSetFields, patch)
        maker = None if fields.kind == SetKind.SCHOOL else row.made_by_id or session.principal.staff_id
        await _check(session, fields, maker, known=row.chosen.keys())
        row.take(fields)
        row.made_by_id = maker
        self.tell(session, "changed", row_id)
        return row


def _ensure_keeps(session: SchoolSession, kind: str, maker: UUID | None) -> None:
    if not may_keep_set(session.principal, SetKind(kind), maker):
        raise Forbidden(NOT_YOUR_SET)


async def _check(
    session: SchoolSession, fields: QuestionSetFields, maker: UUID | None, known: AbstractSet[UUID] = frozenset()
) -> None:
    """What was in the set already may stay there, also when the school hides it by now."""
    _ensure_keeps(session, fields.kind, maker)
    ids = [one.question_id for one in fields.questions]
    shown = await questions_named(session, ids)
    missing = [place for place, row_id in enumerate(ids) if row_id not in shown and row_id not in known]
    if missing:
        raise Invalid(DOES_NOT_EXIST, *(Detail(f"/questions/{place}/question_id", DOES_NOT_EXIST) for place in missing))


KEPT_SETS = QuestionSets("question_set", QuestionSetFields, QUESTION_SETS, QuestionSetQuery)
