"""One CSV file of a bundle, read in batches: checked against its format, and turned into values by column."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress
from typing import Any

from domain.roster.bundle import Bundle, RawRows
from domain.roster.cells import Reader
from domain.roster.findings import Refused, Report
from domain.roster.flaws import Flaw
from domain.roster.flaws import bundle as bundle_flaws
from domain.roster.flaws import content as flaws
from domain.roster.format import LANGUAGE_COLUMNS, Column, FileFormat, FileMode
from domain.roster.layout import Layout, even, lay_out
from domain.roster.references import Claim, References

Progress = Callable[[str, int], None]
"""Told now and then: the file (`users.csv`) and how many of its rows were read."""

_ONLY_IN_DELTA = frozenset({"status", "dateLastModified"})
_SPANS = (("startDate", "endDate"), ("beginDate", "endDate"))
_ALWAYS_NEEDED = frozenset({"sourcedId", "dateLastModified"})
_DELETED = "tobedeleted"


@dataclass(frozen=True)
class Batch:
    """Some rows of a file by column, under OneRoster's names; a column that the file lacks is missing here too."""

    numbers: Sequence[int]
    columns: dict[str, Sequence[Any]]

    def __len__(self) -> int:
        return len(self.numbers)

    def column(self, name: str, otherwise: Any = None) -> Sequence[Any]:
        return self.columns.get(name) or [otherwise] * len(self)


class Sheet:
    """Checks one file while it is read."""

    def __init__(self, form: FileFormat, readers: dict[str, Reader], references: References) -> None:
        self._form = form
        self._file = f"{form.file}.csv"
        self._mode = references.modes[form.file]
        self._readers = readers
        self._references = references
        self._report: Report = references.report

    def batches(self, bundle: Bundle, progress: Progress | None) -> Iterator[Batch]:
        """All rows. Raises Refused where reading cannot go on."""
        if self._form.file not in bundle:
            raise Refused(bundle_flaws.FILE_MISSING, self._file)
        raw_batches = bundle.batches(self._form.file)
        first = next(raw_batches, None)
        if first is None:
            raise Refused(bundle_flaws.EMPTY_FILE, self._file)
        layout = lay_out(first.rows[0], self._form, self._report)
        if layout is None:
            self._references.unreadable.add(self._form.file)
        elif self._form.is_read:
            yield from self._checked(layout, RawRows(2, first.rows[1:], first.has_line_breaks), raw_batches, progress)

    def _checked(
        self, layout: Layout, first: RawRows, others: Iterator[RawRows], progress: Progress | None
    ) -> Iterator[Batch]:
        columns = self._columns(layout)
        count = 0
        for raw in chain((first,), others):
            rows = even(raw, layout.width, self._file, self._report)
            if rows.rows:
                yield self._batch(rows.numbers, list(zip(*rows.rows, strict=True)), columns)
            if self._report.is_full:
                raise Refused(bundle_flaws.TOO_MANY_FINDINGS)
            count += len(rows.rows)
            if progress:
                progress(self._file, count)
        if count == 0:
            self._report.add(flaws.NO_ROWS, self._file)

    def _columns(self, layout: Layout) -> list[tuple[int, Column]]:
        """The columns that are looked at, with where they stand."""
        looked_at = [
            (layout.positions[column.name], self._as_this_mode_wants(column))
            for column in self._form.columns
            if column.kind != "unread" and column.name in layout.positions
        ]
        language = next((layout.metadata[name] for name in LANGUAGE_COLUMNS if name in layout.metadata), None)
        if self._form.file == "users" and language is not None:
            looked_at.append((language, Column("language", "language")))
        return looked_at

    def _as_this_mode_wants(self, column: Column) -> Column:
        return replace(column, required=self._mode is FileMode.DELTA) if column.name in _ONLY_IN_DELTA else column

    def _batch(self, numbers: Sequence[int], raw: list[tuple[str, ...]], columns: list[tuple[int, Column]]) -> Batch:
        batch = Batch(numbers, {})
        deleted: frozenset[int] = frozenset()
        for position, column in columns:
            texts = self._trimmed(column, raw[position], numbers)
            values, wrong = self._readers[column.kind](texts)
            for index, flaw in wrong:
                self._report.add(flaw, self._file, numbers[index], column.name)
            batch.columns[column.name] = values
            if column.name == "status":
                deleted = frozenset(i for i, value in enumerate(values) if value == _DELETED)
            if column.required and "" in texts:
                self._report_missing(column, texts, numbers, deleted)
        self._references.learn(self._form.file, numbers, batch.columns["sourcedId"])
        self._check_references(batch, [column for _, column in columns if column.target], deleted)
        self._check_spans(batch)
        return batch

    def _trimmed(self, column: Column, raw: tuple[str, ...], numbers: Sequence[int]) -> tuple[str, ...]:
        texts = tuple(map(str.strip, raw)) if any(raw) else raw
        if texts != raw and column.kind != "text":
            self._report_where(flaws.STRAY_SPACE, column, numbers, map(str.__ne__, raw, texts))
        if column.name in _ONLY_IN_DELTA and self._mode is FileMode.BULK and any(texts):
            self._report_where(flaws.FILLED_IN_BULK, column, numbers, map(bool, texts))
        return texts

    def _report_where(self, flaw: Flaw, column: Column, numbers: Sequence[int], wrong: Iterable[bool]) -> None:
        for number in compress(numbers, wrong):
            self._report.add(flaw, self._file, number, column.name)

    def _report_missing(
        self, column: Column, texts: Sequence[str], numbers: Sequence[int], deleted: frozenset[int]
    ) -> None:
        """What is to be deleted needs no more than its sourcedId."""
        excused = deleted if column.name not in _ALWAYS_NEEDED else frozenset[int]()
        missing = (not text and index not in excused for index, text in enumerate(texts))
        self._report_where(flaws.MISSING_VALUE, column, numbers, missing)

    def _check_references(self, batch: Batch, columns: list[Column], deleted: frozenset[int]) -> None:
        kept = [index not in deleted for index in range(len(batch))] if deleted else None
        for column in columns:
            values, numbers = batch.columns[column.name], batch.numbers
            if kept:
                values, numbers = list(compress(values, kept)), list(compress(numbers, kept))
            if column.target:
                many = column.kind == "guids"
                self._references.check(Claim(self._form.file, column.name, column.target, many, numbers, values))

    def _check_spans(self, batch: Batch) -> None:
        for begin, end in _SPANS:
            if begin not in batch.columns or not any(batch.column(end)):
                continue
            for number, first, last in zip(batch.numbers, batch.columns[begin], batch.columns[end], strict=True):
                if first and last and last < first:
                    self._report.add(flaws.DATES_REVERSED, self._file, number, end)
