"""The rows of a file brought to their columns: which column stands where, and each row as wide as it should be."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.roster.bundle import RawRows
from domain.roster.findings import Report
from domain.roster.flaws import content as flaws
from domain.roster.format import Column, FileFormat

_METADATA = "metadata."


@dataclass(frozen=True)
class Layout:
    """`positions` by OneRoster's name, `metadata` by what follows `metadata.` in lower case; `width` in cells."""

    positions: dict[str, int]
    metadata: dict[str, int]
    width: int


@dataclass(frozen=True)
class Rows:
    """Rows of equal width with the number that a spreadsheet shows for each."""

    numbers: Sequence[int]
    rows: Sequence[Sequence[str]]


def lay_out(header: Sequence[str], form: FileFormat, report: Report) -> Layout | None:
    """Where each column stands; None when the rows cannot be understood."""
    file = f"{form.file}.csv"
    by_case = {column.name.lower(): column.name for column in form.columns}
    layout = Layout({}, {}, len(header))
    for position, written in enumerate(header):
        name = written.strip().lower()
        known = by_case.get(name)
        place = f"#{position + 1}"
        taken = layout.metadata if name.startswith(_METADATA) else layout.positions
        key = known or name.removeprefix(_METADATA)
        if not name:
            report.add(flaws.BLANK_COLUMN, file, 1, place)
        elif known is None and taken is layout.positions:
            report.add(flaws.UNKNOWN_COLUMN, file, 1, place)
        elif key in taken:
            report.add(flaws.COLUMN_TWICE, file, 1, known or place)
        else:
            taken[key] = position
            if known and written != known:
                report.add(flaws.COLUMN_CASE, file, 1, known)
    _check_order(layout, form, report)
    return layout if _is_complete(layout, form, report) else None


def _check_order(layout: Layout, form: FileFormat, report: Report) -> None:
    found = [layout.positions[column.name] for column in form.columns if column.name in layout.positions]
    if [*found, *layout.metadata.values()] != sorted([*found, *layout.metadata.values()]):
        report.add(flaws.COLUMN_ORDER, f"{form.file}.csv", 1)


def _is_complete(layout: Layout, form: FileFormat, report: Report) -> bool:
    missing: list[Column] = [column for column in form.columns if column.name not in layout.positions]
    for column in missing:
        flaw = flaws.COLUMN_MISSING if column.required else flaws.OPTIONAL_COLUMN_MISSING
        report.add(flaw, f"{form.file}.csv", 1, column.name)
    return not any(column.required for column in missing)


def even(raw: RawRows, width: int, file: str, report: Report) -> Rows:
    """The rows with exactly `width` cells each, without blank rows; what was cut or filled up is reported."""
    numbers: Sequence[int] = range(raw.first, raw.first + len(raw.rows))
    rows = raw.rows
    if set(map(len, rows)) != {width}:
        numbers = [
            number for number, row in zip(numbers, rows, strict=True) if not _is_blank(row, number, file, report)
        ]
        rows = [_fitted(raw.rows[number - raw.first], number, width, file, report) for number in numbers]
    if raw.has_line_breaks:
        rows = [_unbroken(row, number, file, report) for number, row in zip(numbers, rows, strict=True)]
    return Rows(numbers, rows)


def _is_blank(row: list[str], number: int, file: str, report: Report) -> bool:
    if row:
        return False
    report.add(flaws.BLANK_ROW, file, number)
    return True


def _fitted(row: list[str], number: int, width: int, file: str, report: Report) -> list[str]:
    if len(row) < width:
        report.add(flaws.SHORT_ROW, file, number)
    elif any(row[width:]):
        report.add(flaws.LONG_ROW, file, number)
    elif len(row) > width:
        report.add(flaws.BLANK_CELLS, file, number)
    return [*row[:width], *[""] * (width - len(row))]


def _unbroken(row: Sequence[str], number: int, file: str, report: Report) -> list[str]:
    cells = [" ".join(cell.splitlines()) if "\n" in cell or "\r" in cell else cell for cell in row]
    for position, (before, after) in enumerate(zip(row, cells, strict=True), 1):
        if before != after:
            report.add(flaws.LINE_BREAK, file, number, f"#{position}")
    return cells
