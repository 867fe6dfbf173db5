"""Reads a OneRoster bundle from front to back, and hands over rows that may be applied, or only what is wrong."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from domain.roster.bundle import Bundle, Limits, open_bundle
from domain.roster.cells import readers
from domain.roster.findings import Finding, Refused, Report
from domain.roster.flaws import Mode
from domain.roster.flaws.bundle import UNKNOWN_FILE
from domain.roster.format import ENUMERATIONS, FORMATS, MANIFEST, READING_ORDER, FileFormat, FileMode
from domain.roster.manifest import Manifest, read_manifest
from domain.roster.people import People
from domain.roster.references import References
from domain.roster.sheet import Batch, Progress, Sheet
from domain.roster.tables import COLUMNS, TABLES, Row, rows_of

_KNOWN_FILES = frozenset(file for form in FORMATS.values() for file in form) | {MANIFEST.file}


@dataclass
class Roster:
    """What a bundle says. When it is not `ok`, `rows` is empty: a bundle is applied whole or not at all."""

    report: Report
    version: str | None = None
    modes: dict[str, FileMode] = field(default_factory=dict)
    """file (`users`) -> bulk, delta or absent, for every file of the version; empty when the manifest is unreadable."""
    rows: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in COLUMNS})
    """table -> tuples in the order of `tables.COLUMNS`."""
    outside: dict[str, frozenset[str]] = field(default_factory=dict)
    """file -> sourcedIds that are named but not in the bundle: whoever applies it must have them already."""

    @property
    def ok(self) -> bool:
        return self.report.ok

    @property
    def findings(self) -> Sequence[Finding]:
        return self.report.listed


def read_bundle(
    path: Path, *, mode: Mode = Mode.STRICT, limits: Limits | None = None, progress: Progress | None = None
) -> Roster:
    """The roster in this zip, checked. Whatever is wrong with it is a finding; OSError only when `path` cannot be read.

    `progress` is called with a file (`users.csv`) and how many of its rows were read; what it raises ends the reading,
    which is how a job cancels it.
    """
    roster = Roster(Report(mode))
    try:
        with _collector_paused(), open_bundle(path, limits or Limits(), roster.report) as bundle:
            if bundle.take(_KNOWN_FILES):
                manifest = read_manifest(bundle, roster.report)
                roster.version, roster.modes = manifest.version, manifest.modes
                _Reading(bundle, manifest, roster).all_files(progress)
    except Refused as refusal:
        roster.report.add(refusal.flaw, refusal.file, refusal.row)
    if not roster.ok:
        roster.rows = {table: [] for table in COLUMNS}
    return roster


@contextmanager
def _collector_paused() -> Iterator[None]:
    """The rows hold no cycles; walking all of them again and again takes a fifth of the time of reading them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Reading:
    """The state of one reading."""

    def __init__(self, bundle: Bundle, manifest: Manifest, roster: Roster) -> None:
        self._bundle = bundle
        self._manifest = manifest
        self._roster = roster
        self._readers = readers(ENUMERATIONS[manifest.version])
        self._references = References(manifest.modes, roster.report)
        self._people = People(manifest.modes, roster.report)

    def all_files(self, progress: Progress | None) -> None:
        formats = FORMATS[self._manifest.version]
        self._report_foreign_files(formats)
        for file in (*READING_ORDER, *(file for file in formats if file not in READING_ORDER)):
            if self._manifest.modes.get(file, FileMode.ABSENT) is not FileMode.ABSENT:
                self._file(formats[file], progress)
        self._roster.rows["agents"] = list(self._people.agents.pairs(self._people.roles))
        self._roster.rows["undecided_agents"] = list(self._people.agents.undecided)
        self._roster.outside = {file: frozenset(ids) for file, ids in self._references.outside.items()}

    def _report_foreign_files(self, formats: dict[str, FileFormat]) -> None:
        """A file that only another version of OneRoster knows."""
        for file in sorted(_KNOWN_FILES - formats.keys() - {MANIFEST.file}):
            if file in self._bundle:
                self._roster.report.add(UNKNOWN_FILE, f"{file}.csv")

    def _file(self, form: FileFormat, progress: Progress | None) -> None:
        readable = True
        try:
            for batch in Sheet(form, self._readers, self._references).batches(self._bundle, progress):
                self._keep(form, batch)
        except Refused as refusal:
            if refusal.file is None:
                raise
            self._roster.report.add(refusal.flaw, refusal.file, refusal.row)
            readable = False
        self._references.complete(form.file, readable=readable)

    def _keep(self, form: FileFormat, batch: Batch) -> None:
        if form.file == "roles":
            self._people.hear_roles(batch)
        elif form.file == "users":
            self._people.make_whole(batch)
        self._roster.rows[TABLES[form.file]] += rows_of(form.file, batch, form)
