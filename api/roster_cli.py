"""`samenspraak import`: the whole import in this process, without a worker."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from api.progress import Told
from domain.kernel.database import Database
from domain.roster.actions import import_file
from domain.roster.flaws import Mode
from domain.roster.models.imports import Outcome, RosterImport


@dataclass(frozen=True)
class Done:
    """What there is to print, and whether the bundle was good."""

    document: dict[str, Any]
    ok: bool


async def import_bundle(url: str, school_id: UUID, bundle: Path, mode: Mode, preview: bool, told: Told) -> Done:
    """Import a bundle into a school, telling how far it is.

    Raises:
        NotFound: when there is no such school. Conflict: when another import is in the way.
    """

    async def tell(phase: str, done: int, total: int | None) -> None:
        told(phase, done, total)

    async with Database(url, 1, 2).opened() as database:
        done = await import_file(database, school_id, bundle, mode, preview, tell)
    return Done(_document(done), done.outcome != Outcome.REFUSED)


def _document(done: RosterImport) -> dict[str, Any]:
    findings = [{**finding, "detail": finding["detail"]["en"]} for finding in done.findings]
    told = {"id": str(done.id), "status": done.outcome, "oneroster_version": done.oneroster_version}
    return {**told, "counts": done.counts, "errors": done.errors, "warnings": done.warnings, "findings": findings}
