"""Putting the library into the database: again and again, and always what the files say."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from conftest import CATALOGUE
from sqlalchemy import select
from sqlmodel import col

from domain.catalogue.actions import QUESTIONS
from domain.catalogue.models import Checklist, ChecklistPoint, MeetingType, Question, Tip
from domain.catalogue.queries import get_meeting_type
from domain.kernel.database import Database
from domain.kernel.errors import NotFound
from domain.kernel.row import PLATFORM, Row
from domain.kernel.stamps import Stamp
from domain.school.models.schools import School
from domain.seeding.content import SeedReport, load_content, seed_content
from domain.seeding.entries import ContentError

Run = Callable[[Any], Any]
QUESTION_FILE = "questions/start-conversation.yaml"
KEY = "start-conversation.where-do-we-start"


@pytest.fixture
def database(new_database: Callable[[str], str], run: Run) -> Iterator[Database]:
    """A database that has the library, for this test alone."""
    opened: AbstractAsyncContextManager[Database] = Database(new_database(f"content_{uuid4().hex}"), 1, 1).opened()
    yield run(opened.__aenter__())
    run(opened.__aexit__(None, None, None))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(CATALOGUE.parent / "pictograms", tmp_path / "pictograms")
    return Path(shutil.copytree(CATALOGUE, tmp_path / "catalogue"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def without_first(path: Path) -> None:
    """Take the first of a list out of its file."""
    first, _, rest = path.read_text(encoding="utf-8")[1:].partition("\n- ")
    assert first
    path.write_text(f"- {rest}", encoding="utf-8")


async def rows(database: Database, table: type[Row]) -> dict[str, Any]:
    async with database.working_for(PLATFORM) as session:
        return {row.key: row for row in await session.rows(select(table))}  # type: ignore[attr-defined]


async def stamp(database: Database) -> int:
    async with database.working_for(PLATFORM) as session:
        return (await session.execute(select(col(Stamp.value)))).scalar_one()


def test_loading_again_changes_nothing(database: Database, run: Run) -> None:
    before = run(stamp(database))
    report = run(seed_content(database, CATALOGUE))
    assert report == SeedReport(unchanged=report.unchanged)
    content = load_content(CATALOGUE)
    points = [point for checklist in content["checklists"] for point in checklist.fields.points]
    assert report.unchanged == sum(map(len, content.values())) + len(points)
    assert run(stamp(database)) == before
    assert {row.version for row in run(rows(database, Question)).values()} == {1}


def test_progress_is_told(database: Database, run: Run) -> None:
    told: list[tuple[str, int, int]] = []
    run(seed_content(database, CATALOGUE, lambda *step: told.append(step)))
    assert told[0][0] == "sources"
    assert told[-1] == ("checklist-points", len(told), len(told))


def test_what_changed_in_a_file_changes_in_the_library(database: Database, run: Run, folder: Path) -> None:
    before, stamped = run(rows(database, Question))[KEY], run(stamp(database))
    edit(folder / QUESTION_FILE, '"Waar wil jij vandaag beginnen?"', '"Waar start jij graag?"')
    report = run(seed_content(database, folder))
    assert (report.added, report.changed, report.removed) == (0, 1, 0)
    after = run(rows(database, Question))[KEY]
    assert (after.id, after.version, after.text["nl"]) == (before.id, 2, "Waar start jij graag?")
    assert run(stamp(database)) != stamped


def test_what_left_its_file_leaves_the_library_and_comes_back_as_itself(
    database: Database, run: Run, folder: Path
) -> None:
    before = run(rows(database, Tip))
    for name in ("tips/start-conversation.yaml", "tips/reverse-conversation.yaml"):
        without_first(folder / name)
    (folder / "checklists" / "start-conversation.yaml").unlink()
    points = [key for key in run(rows(database, ChecklistPoint)) if key.startswith("start-conversation.")]
    report = run(seed_content(database, folder))
    assert (report.removed, report.kept) == (2 + 1 + len(points), 0)
    assert "start-conversation" not in run(rows(database, Checklist))
    assert run(seed_content(database, CATALOGUE)).added == report.removed
    assert {key: row.id for key, row in run(rows(database, Tip)).items()} == {
        key: row.id for key, row in before.items()
    }


def test_what_a_school_still_uses_is_kept(database: Database, run: Run, folder: Path) -> None:
    library = run(rows(database, Question))[KEY]
    school_id = uuid4()

    async def adapt() -> None:
        async with database.working_for(PLATFORM) as session:
            session.add(
                School(school_id=school_id, id=school_id, name="De Wissel", levels=[], languages=[], external_ids=[])
            )
        async with database.working_for(school_id) as session:
            await QUESTIONS.adapt(session, library.id, QUESTIONS.patch())

    run(adapt())
    without_first(folder / QUESTION_FILE)
    report = run(seed_content(database, folder))
    assert (report.removed, report.kept) == (0, 1)
    assert KEY in run(rows(database, Question))


def test_ids_are_the_same_everywhere(database: Database, run: Run) -> None:
    """Written out: they are in the hands of clients."""
    assert run(rows(database, MeetingType))["start-conversation"].id == UUID("0ce0e5e3-8210-5f90-875a-896e0c96a360")


def test_wrong_content_changes_nothing(database: Database, run: Run, folder: Path) -> None:
    before = run(stamp(database))
    edit(folder / QUESTION_FILE, '"Waar wil jij vandaag beginnen?"', '"Waar start jij graag?"')
    edit(folder / "scales.yaml", "level: 1", "level: 9")
    with pytest.raises(ContentError, match=r"scales\.yaml"):
        run(seed_content(database, folder))
    assert run(stamp(database)) == before


def test_a_meeting_type_is_easy_to_read(database: Database, run: Run) -> None:
    async def read(key: str) -> MeetingType:
        async with database.working_for(uuid4()) as session:
            return await get_meeting_type(session, key)

    form = run(read("reverse-conversation"))
    assert (form.min_minutes, form.default_minutes, form.max_minutes, form.interpreter_buffer_minutes) == (5, 8, 10, 10)
    assert (form.agenda_set_by, form.host_moments) == ("family", [])
    with pytest.raises(NotFound):
        run(read("tea-party"))
