"""Sending in a roster, applying one that was previewed, and the job that does it."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from sqlalchemy import delete, exists, insert, select
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.database import Database
from domain.kernel.errors import NOT_FOUND, Conflict, Invalid, Message, NotFound
from domain.kernel.events import record
from domain.kernel.job_actions import ask_for
from domain.kernel.session import SchoolSession
from domain.kernel.work import Work
from domain.roster.flaws import Mode
from domain.roster.importing import Tell, forget_upload, run_import
from domain.roster.models.imports import Outcome, RosterImport
from domain.roster.models.uploads import RosterUpload
from domain.school.models.schools import School

KIND = "roster_import"
"""What the job is called."""

KEPT = timedelta(hours=24)
"""How long a previewed bundle can be applied."""

REFUSED = Message(
    "roster_refused",
    "Dit bestand kan niet worden overgenomen. Bij de import staat wat er mis is. Er is niets veranderd.",
    "Ce fichier ne peut pas être repris. L'importation indique ce qui ne va pas. Rien n'a changé.",
    "This file cannot be taken over. The import says what is wrong. Nothing was changed.",
)
NOT_TO_APPLY = Message(
    "roster_not_to_apply",
    "Alleen een voorbeeld van de laatste 24 uur kan nog worden toegepast.",
    "Seul un aperçu des dernières 24 heures peut encore être appliqué.",
    "Only a preview of the last 24 hours can still be applied.",
)


async def receive(session: SchoolSession, mode: Mode, preview: bool, pieces: Iterable[bytes]) -> RosterImport:
    """Keep the bundle, in pieces of at most some megabytes, until its job has read it."""
    school_id = session.principal.school_id
    await forget_old_uploads(session)
    asked = RosterImport(school_id=school_id, mode=mode, preview=preview)
    session.add(asked)
    await session.flush()
    for number, content in enumerate(pieces):
        piece = {"school_id": school_id, "import_id": asked.id, "number": number, "content": content}
        await session.execute(insert(RosterUpload), piece)
    record(session, "roster_import.created", "roster_imports", asked.id)
    await _ask(session, asked)
    return asked


async def apply_preview(session: SchoolSession, import_id: UUID) -> RosterImport:
    """Do for real what was previewed, with the same bundle.

    What the school changed by hand since then counts: the import tells afterwards what it did.

    Raises:
        Conflict: when this is no preview, or one whose bundle is not kept any longer.
    """
    asked = await session.get_row(RosterImport, import_id)
    mine = (col(RosterUpload.school_id) == asked.school_id, col(RosterUpload.import_id) == import_id)
    is_kept = (await session.execute(select(exists().where(*mine)))).scalar()
    too_old = asked.created_at is None or asked.created_at < clock.now() - KEPT
    if asked.outcome != Outcome.PREVIEWED or not is_kept or too_old:
        raise Conflict(NOT_TO_APPLY)
    asked.preview, asked.outcome = False, None
    await _ask(session, asked)
    return asked


async def _ask(session: SchoolSession, asked: RosterImport) -> None:
    job = await ask_for(session, KIND, {"roster_import_id": str(asked.id)})
    await session.flush()
    asked.job_id = job.id


async def forget_old_uploads(session: SchoolSession) -> None:
    """Bundles of previews that nobody applied, and of jobs that never ran."""
    old = select(col(RosterImport.id)).where(
        col(RosterImport.school_id) == session.principal.school_id, col(RosterImport.created_at) < clock.now() - KEPT
    )
    mine = col(RosterUpload.school_id) == session.principal.school_id
    await session.execute(delete(RosterUpload).where(mine, col(RosterUpload.import_id).in_(old)))


async def import_uploaded(work: Work) -> dict[str, Any]:
    """The job. Its result names the import and what it did.

    Raises:
        Invalid: when the bundle is refused.
    """
    import_id = UUID(work.input["roster_import_id"])
    async with work.database.working_for(work.school_id) as session:
        asked = await session.get_row(RosterImport, import_id)
    done = asked if asked.outcome else await _import(work, asked)
    if done.outcome == Outcome.REFUSED:
        raise Invalid(REFUSED)
    return {"roster_import_id": str(import_id), "status": done.outcome, "counts": done.counts}


async def _import(work: Work, asked: RosterImport) -> RosterImport:
    try:
        with TemporaryDirectory() as folder:
            bundle = Path(folder) / "bundle.zip"
            await _fetch(work.database, asked, bundle)
            return await run_import(work.database, asked, bundle, work.tell)
    except Exception:
        async with work.database.working_for(work.school_id) as session:
            await forget_upload(session, asked.id)
        raise


async def _fetch(database: Database, asked: RosterImport, target: Path) -> None:
    """Piece by piece: a bundle may be larger than a worker should hold at once."""
    pieces = select(col(RosterUpload.content)).where(
        col(RosterUpload.school_id) == asked.school_id, col(RosterUpload.import_id) == asked.id
    )
    with target.open("wb") as file:
        async with database.working_for(asked.school_id) as session:
            number = 0
            while content := (await session.execute(pieces.where(col(RosterUpload.number) == number))).scalar():
                file.write(content)
                number += 1


async def import_file(
    database: Database, school_id: UUID, bundle: Path, mode: Mode, preview: bool, tell: Tell
) -> RosterImport:
    """An import without a worker, of a bundle on this machine.

    Raises:
        NotFound: when there is no such school.
    """
    async with database.working_for(school_id) as session:
        if await session.get(School, (school_id, school_id)) is None:
            raise NotFound(NOT_FOUND)
        asked = RosterImport(school_id=school_id, mode=mode, preview=preview)
        session.add(asked)
        await session.flush()
        await session.refresh(asked)
    try:
        return await run_import(database, asked, bundle, tell)
    except BaseException:
        async with database.working_for(school_id) as session:
            await session.delete(await session.get_row(RosterImport, asked.id))
        raise
