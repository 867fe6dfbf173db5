"""Taking in what another school shares: all of it or nothing, and nothing that the school has already."""

import asyncio
from collections.abc import Iterator

from sqlalchemy import func, select

from domain.catalogue.actions import CHECKLIST_POINTS, KEPT_SETS, QUESTIONS, Adaptable, check_suits, standing_for
from domain.catalogue.models import (
    AdaptableRow,
    ChosenQuestion,
    PointFields,
    QuestionFields,
    QuestionSet,
    QuestionSetFields,
    SetKind,
)
from domain.kernel.errors import DOES_NOT_EXIST
from domain.kernel.session import SchoolSession
from domain.seeding.sharing.file import ImportReport, SharedPoint, SharedQuestion, SharedSet, Tally
from domain.seeding.sharing.reading import FileError, Misfit, ReadFile, read_file
from domain.seeding.sharing.there import Shelf, There, what_is_there


async def import_catalogue(session: SchoolSession, body: bytes, *, preview: bool) -> ImportReport:
    """Add what the school has not. A preview does the same and takes it back.

    Raises:
        FileError: with everything that is not right, each with its line.
    """
    file = await asyncio.to_thread(read_file, body)
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(_turn_of(session), 0))))
    savepoint = await session.begin_nested()
    report = await _Import(session, file, await what_is_there(session)).all(preview=preview)
    await session.flush()
    if preview:
        await savepoint.rollback()
    return report


def _turn_of(session: SchoolSession) -> str:
    """One import of a school after another, so that the second finds what the first brought."""
    return f"catalogue import {session.principal.school_id}"


class _Import:
    """One file on its way into one school."""

    def __init__(self, session: SchoolSession, file: ReadFile, there: There) -> None:
        self.session, self.file, self.there = session, file, there
        self.misfits: list[Misfit] = []

    async def all(self, *, preview: bool) -> ImportReport:
        content, there = self.file.content, self.there
        report = ImportReport(
            preview=preview,
            questions=_tally([self._question(place, one) for place, one in enumerate(content.questions)]),
            checklist_points=_tally([self._point(place, one) for place, one in enumerate(content.checklist_points)]),
            question_sets=_tally([self._set(place, one) for place, one in enumerate(content.question_sets)]),
        )
        if self.misfits:
            raise FileError(self.misfits)
        self.session.add_all([*there.questions.added, *there.points.added, *there.added_sets])
        self._tell()
        return report

    def _question(self, place: int, one: SharedQuestion) -> bool:
        """Whether it is added."""
        fields = QuestionFields.model_validate({name: getattr(one, name) for name in QuestionFields.model_fields})
        self.misfits += self._question_misfits(place, fields)
        return self._take(("questions", place), one, fields, self.there.questions, fields.meeting_type)

    def _question_misfits(self, place: int, fields: QuestionFields) -> Iterator[Misfit]:
        meeting_type = self.there.meeting_types.get(fields.meeting_type)
        if meeting_type is None:
            yield self.file.misfit(("questions", place, "meeting_type"), DOES_NOT_EXIST)
            return
        if fields.development_domain and fields.development_domain not in self.there.domains:
            yield self.file.misfit(("questions", place, "development_domain"), DOES_NOT_EXIST)
        for finding in check_suits(fields, meeting_type):
            yield self.file.misfit(("questions", place, *finding.pointer.split("/")[1:]), finding)

    def _point(self, place: int, one: SharedPoint) -> bool:
        """Whether it is added."""
        checklist_id = self.there.checklists.get(one.checklist)
        if checklist_id is None:
            self.misfits.append(self.file.misfit(("checklist_points", place, "checklist"), DOES_NOT_EXIST))
            return False
        said = one.model_dump(exclude={"key", "adapts", "checklist"})
        fields = PointFields.model_validate(said | {"checklist_id": checklist_id})
        return self._take(("checklist_points", place), one, fields, self.there.points, str(checklist_id))

    def _take(
        self,
        place: tuple[str, int],
        one: SharedQuestion | SharedPoint,
        fields: QuestionFields | PointFields,
        shelf: Shelf,
        within: str,
    ) -> bool:
        library = shelf.library.get(one.adapts) if one.adapts else None
        if one.adapts and library is None:
            self.misfits.append(self.file.misfit((*place, "adapts"), DOES_NOT_EXIST))
            return False
        if shelf.knows(one.name, within, str(fields.text["nl"]), adapted=library is not None):
            return False
        school_id = self.session.principal.school_id
        row = (
            standing_for(self.session, shelf.table, library, fields)
            if library
            else shelf.table.of(school_id, fields, key=one.key)
        )
        shelf.add(row, one.name, within)
        return True

    def _set(self, place: int, one: SharedSet) -> bool:
        """Whether it is added."""
        chosen = {}
        for nth, choice in enumerate(one.questions):
            row = self.there.questions.named(choice.question)
            if row is None:
                where = ("question_sets", place, "questions", nth, "question")
                self.misfits.append(self.file.misfit(where, DOES_NOT_EXIST))
            else:
                chosen[row.id] = ChosenQuestion(question_id=row.id, note=choice.note)
        title = str(one.title["nl"])
        if title in self.there.set_titles:
            return False
        fields = QuestionSetFields(kind=SetKind.SCHOOL, title=one.title, questions=list(chosen.values()))
        self.there.set_titles.add(title)
        self.there.added_sets.append(QuestionSet.of(self.session.principal.school_id, fields))
        return True

    def _tell(self) -> None:
        for collection, shelf in ((QUESTIONS, self.there.questions), (CHECKLIST_POINTS, self.there.points)):
            for row in shelf.added:
                _tell_of(self.session, collection, row)
        for made in self.there.added_sets:
            KEPT_SETS.tell(self.session, "created", made.id)


def _tell_of(session: SchoolSession, collection: Adaptable, row: AdaptableRow) -> None:
    collection.tell(session, "adapted" if row.adapts_id else "created", row.id, adapts_id=row.adapts_id)


def _tally(added: list[bool]) -> Tally:
    return Tally(added=sum(added), left_alone=len(added) - sum(added))
