"""Which sourcedIds each file holds, and whether what other files say of them is so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from domain.roster.findings import Report
from domain.roster.flaws import content as flaws
from domain.roster.format import FileMode


@dataclass(frozen=True)
class Claim:
    """Cells of one column that name rows of the target: one sourcedId or None each, or with `many` a tuple of them."""

    file: str
    column: str
    target: str
    many: bool
    numbers: Sequence[int]
    values: Sequence[str | None] | Sequence[tuple[str, ...]]

    def named(self) -> set[str]:
        ids: set[Any] = set(chain.from_iterable(self.values) if self.many else self.values)  # type: ignore[arg-type]
        ids.discard(None)
        return ids

    def rows_naming(self, ids: set[str]) -> Iterable[int]:
        """The number of each row that names one of these."""
        for number, value in zip(self.numbers, self.values, strict=True):
            if not ids.isdisjoint(value if isinstance(value, tuple) else (value,)):
                yield number


@dataclass
class References:
    """Learns the ids of a file while it is read; a claim on a file that is still to be read waits for it."""

    modes: dict[str, FileMode]
    report: Report
    ids: dict[str, set[str]] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    outside: dict[str, set[str]] = field(default_factory=dict)
    """file -> ids named but not in this bundle, which must exist already where it is applied."""
    _complete: set[str] = field(default_factory=set)
    _waiting: list[Claim] = field(default_factory=list)
    _absent_reported: set[tuple[str, str]] = field(default_factory=set)

    def learn(self, file: str, numbers: Sequence[int], ids: Sequence[str | None]) -> None:
        known = self.ids.setdefault(file, set())
        new: set[Any] = set(ids)
        if len(new) != len(ids) or not known.isdisjoint(new):
            self._report_repeated(file, numbers, ids)
        known |= new - {None}

    def _report_repeated(self, file: str, numbers: Sequence[int], ids: Sequence[str | None]) -> None:
        seen = set(self.ids[file])
        for number, one in zip(numbers, ids, strict=True):
            if one in seen:
                self.report.add(flaws.DUPLICATE_ID, f"{file}.csv", number, "sourcedId")
            elif one:
                seen.add(one)

    def complete(self, file: str, *, readable: bool = True) -> None:
        """All of this file was read, or as much of it as could be."""
        self._complete.add(file)
        if not readable:
            self.unreadable.add(file)
        waiting, self._waiting = self._waiting, []
        for claim in waiting:
            self.check(claim)

    def check(self, claim: Claim) -> None:
        mode = self.modes[claim.target]
        if mode is not FileMode.ABSENT and claim.target not in self._complete:
            self._waiting.append(claim)
            return
        missing = claim.named() - self.ids.get(claim.target, set())
        if not missing or claim.target in self.unreadable:
            return
        if mode is FileMode.BULK:
            for number in claim.rows_naming(missing):
                self.report.add(flaws.DANGLING_REFERENCE, f"{claim.file}.csv", number, claim.column)
            return
        self.outside.setdefault(claim.target, set()).update(missing)
        if mode is FileMode.ABSENT and self.modes[claim.file] is FileMode.BULK:
            self._report_absent(claim)

    def _report_absent(self, claim: Claim) -> None:
        if (claim.file, claim.column) not in self._absent_reported:
            self._absent_reported.add((claim.file, claim.column))
            self.report.add(flaws.REFERENCED_FILE_ABSENT, f"{claim.file}.csv", None, claim.column)
