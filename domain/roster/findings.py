"""What was found in a bundle. A finding says where and what, and never repeats a value of the file."""

from collections import Counter
from dataclasses import dataclass, field

from domain.roster.flaws import Flaw, Mode, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """`file` such as `users.csv`, or `#3` for the third entry of the zip when OneRoster does not know its name.

    `row` counts from 1 (the column names) as a spreadsheet does. `column` is a name that OneRoster knows, or `#7` for
    the seventh column: an unknown name may be personal data, as in a file without column names.
    """

    flaw: Flaw
    severity: Severity
    file: str | None = None
    row: int | None = None
    column: str | None = None

    @property
    def code(self) -> str:
        return self.flaw.code

    def words(self, language: str) -> str:
        """What is wrong, in nl, fr or en."""
        return self.flaw.words(language)


@dataclass
class Report:
    """Counts every finding, and lists as many as someone would read: one code cannot crowd out the others."""

    mode: Mode
    listed: list[Finding] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    errors: int = 0
    warnings: int = 0

    MOST_LISTED = 1_000
    MOST_PER_CODE = 100
    MOST_ERRORS = 20_000
    MOST_WARNINGS = 500_000

    def add(self, flaw: Flaw, file: str | None = None, row: int | None = None, column: str | None = None) -> None:
        severity = flaw.severity(self.mode)
        if severity is Severity.ERROR:
            self.errors += 1
        else:
            self.warnings += 1
        self.counts[flaw.code] += 1
        if self.counts[flaw.code] <= self.MOST_PER_CODE and len(self.listed) < self.MOST_LISTED:
            self.listed.append(Finding(flaw, severity, file, row, column))

    @property
    def is_full(self) -> bool:
        """Reading on would tell nobody anything new."""
        return self.errors > self.MOST_ERRORS or self.warnings > self.MOST_WARNINGS

    @property
    def ok(self) -> bool:
        return self.errors == 0


class Refused(Exception):  # a verdict on a file, reported as a finding; it never leaves this package
    """Reading this file, or the whole bundle when `file` is None, cannot go on."""

    def __init__(self, flaw: Flaw, file: str | None = None, row: int | None = None) -> None:
        super().__init__(flaw.code)
        self.flaw, self.file, self.row = flaw, file, row
