"""The zip, opened without trusting it: limits are counted while reading, no size that it declares is believed."""

import csv
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from domain.roster.findings import Refused, Report
from domain.roster.flaws import Flaw, Mode, Weight
from domain.roster.flaws import bundle as flaws
from domain.roster.flaws.content import TOO_MANY_COLUMNS

_BATCH_ROWS = 1_000
_CHUNK_BYTES = 1 << 16
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CONTROL = bytes(set(range(32)) - set(b"\t\r\n\0")) + b"\x7f"
_DIRECTORY_END = struct.Struct("<4s4H2LH")
_DIRECTORY_BYTES_PER_ENTRY = 1 << 10
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_LOCATOR_BYTES = 20
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    IndexError,
    OverflowError,
)
"""What zipfile raises on hostile bytes (NotImplementedError is a RuntimeError, UnicodeDecodeError a ValueError)."""


@dataclass(frozen=True)
class Limits:
    """In bytes: `packed`, `unpacked` (all files together), `record` (one row) and from where on `ratio` counts."""

    packed: int = 64 << 20
    unpacked: int = 256 << 20
    ratio: int = 50
    ratio_from: int = 256 << 10
    entries: int = 64
    columns: int = 200
    record: int = 256 << 10


class RawRows(NamedTuple):
    """Some rows of a file; `first` is the number of the first one as a spreadsheet counts."""

    first: int
    rows: list[list[str]]
    has_line_breaks: bool


@contextmanager
def open_bundle(path: Path, limits: Limits, report: Report) -> Iterator["Bundle"]:
    """The bundle in this file. Raises Refused when it is not one; OSError only when the file itself cannot be read."""
    with path.open("rb") as stream:
        _weigh(stream, limits)
        try:
            archive = zipfile.ZipFile(stream)
        except _BROKEN_ZIP:
            raise Refused(flaws.NOT_A_ZIP) from None
        with archive:
            yield Bundle(archive, path.stat().st_size, limits, report)


def _weigh(stream: io.BufferedReader, limits: Limits) -> None:
    """Refuse before zipfile reads the directory of the zip, which it takes whole into memory."""
    packed = stream.seek(0, io.SEEK_END)
    if packed > limits.packed:
        raise Refused(flaws.BUNDLE_TOO_LARGE)
    stream.seek(max(0, packed - _DIRECTORY_END.size - (1 << 16)))
    tail = stream.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) - end < _DIRECTORY_END.size:
        raise Refused(flaws.NOT_A_ZIP)
    if _ZIP64_LOCATOR in tail[max(0, end - _ZIP64_LOCATOR_BYTES) : end]:
        raise Refused(flaws.BUNDLE_TOO_LARGE)
    directory_bytes = _DIRECTORY_END.unpack_from(tail, end)[5]
    if directory_bytes > limits.entries * _DIRECTORY_BYTES_PER_ENTRY:
        raise Refused(flaws.TOO_MANY_ENTRIES)


class Bundle:
    """The CSV files at the top of a zip, by name without `.csv`."""

    def __init__(self, archive: zipfile.ZipFile, packed: int, limits: Limits, report: Report) -> None:
        self._archive = archive
        self._packed = packed
        self._limits = limits
        self._report = report
        self._unpacked = 0
        self._entries = archive.infolist()
        self._files: dict[str, zipfile.ZipInfo] = {}

    def take(self, known: frozenset[str]) -> bool:
        """Take the files with these names and report every other entry. False when the zip is not fit to be read."""
        if len(self._entries) > self._limits.entries:
            raise Refused(flaws.TOO_MANY_ENTRIES)
        by_case = {f"{file}.csv".lower(): file for file in known}
        fit = True
        for number, entry in enumerate(self._entries, 1):
            file = by_case.get(entry.filename.lower())
            label = f"{file}.csv" if file else f"#{number}"
            flaw = _flaw_of_entry(entry, label, known=file is not None, again=file in self._files)
            if flaw:
                self._report.add(flaw, label)
                fit = fit and flaw.weight is not Weight.REFUSED
            if file and file not in self._files:
                self._files[file] = entry
        return fit

    def __contains__(self, file: object) -> bool:
        return file in self._files

    def batches(self, file: str) -> Iterator[RawRows]:
        """All rows with the column names first, a thousand at a time. Raises Refused where reading cannot go on."""
        text = _Text(self._report, f"{file}.csv", self._limits)
        reader = csv.reader(text.lines(self._blocks(file)), strict=True)
        first, rows, lines = 1, list[list[str]](), 0
        try:
            for row in reader:
                text.records += 1
                if len(row) > self._limits.columns:
                    raise Refused(TOO_MANY_COLUMNS, f"{file}.csv", text.records)
                rows.append(row)
                if len(rows) == _BATCH_ROWS:
                    yield RawRows(first, rows, reader.line_num - lines > len(rows))
                    first, rows, lines = text.records + 1, [], reader.line_num
        except csv.Error:
            raise Refused(flaws.BAD_QUOTING, f"{file}.csv", text.records + 1) from None
        if rows:
            yield RawRows(first, rows, reader.line_num - lines > len(rows))

    def _blocks(self, file: str) -> Iterator[bytes]:
        """The bytes of a file in pieces that end with a line, so that no piece cuts a character in two."""
        entry = self._files[file]
        rest, unpacked = b"", 0
        try:
            with self._archive.open(entry) as stream:
                while chunk := stream.read(_CHUNK_BYTES):
                    unpacked += len(chunk)
                    self._meter(file, entry, unpacked, len(chunk))
                    cut = chunk.rfind(b"\n") + 1
                    if cut:
                        yield rest + chunk[:cut]
                        rest = chunk[cut:]
                    elif len(rest := rest + chunk) > self._limits.record + _CHUNK_BYTES:
                        break
        except _BROKEN_ZIP:
            raise Refused(flaws.DAMAGED_ENTRY, f"{file}.csv") from None
        yield rest

    def _meter(self, file: str, entry: zipfile.ZipInfo, unpacked: int, more: int) -> None:
        self._unpacked += more
        if self._unpacked > self._limits.unpacked:
            raise Refused(flaws.UNPACKED_TOO_LARGE, f"{file}.csv")
        # zipfile reads no further than the packed size it was told, so a lie there cannot make this ratio look better
        # than the whole zip on disk does.
        packed = min(entry.compress_size, self._packed)
        if unpacked > self._limits.ratio_from and unpacked > self._limits.ratio * packed:
            raise Refused(flaws.PACKED_TOO_TIGHTLY, f"{file}.csv")


class _Text:
    """Bytes of one file turned into lines; `records` is kept by whoever reads rows from them."""

    def __init__(self, report: Report, file: str, limits: Limits) -> None:
        self._report = report
        self._file = file
        self._limits = limits
        self._lines = 0
        self.records = 0

    def lines(self, blocks: Iterator[bytes]) -> Iterator[str]:
        return chain.from_iterable(self._pieces(blocks))

    def _pieces(self, blocks: Iterator[bytes]) -> Iterator[io.StringIO]:
        records, pending = -1, 0
        for number, block in enumerate(blocks):
            # A quotation mark that is never closed makes one row of all that follows.
            pending = pending + len(block) if records == self.records else len(block)
            records = self.records
            if pending > self._limits.record + _CHUNK_BYTES:
                raise Refused(flaws.LINE_TOO_LONG, self._file, self.records + 1)
            yield io.StringIO(self._decode(self._without_mark(block) if number == 0 else block), newline="")
            self._lines += block.count(b"\n")

    def _without_mark(self, block: bytes) -> bytes:
        if not block.startswith(_BYTE_ORDER_MARK):
            return block
        self._report.add(flaws.BYTE_ORDER_MARK, self._file, 1)
        return block[len(_BYTE_ORDER_MARK) :]

    def _decode(self, block: bytes) -> str:
        if (nul := block.find(b"\0")) >= 0:
            raise Refused(flaws.NUL_CHARACTER, self._file, self._row_at(block, nul))
        plain = block.translate(None, _CONTROL)
        if len(plain) != len(block):
            self._report_control(block)
        kept = plain if self._report.mode is Mode.LENIENT else block
        try:
            return kept.decode()
        except UnicodeDecodeError as error:
            raise Refused(flaws.NOT_UTF8, self._file, self._row_at(kept, error.start)) from None

    def _report_control(self, block: bytes) -> None:
        for number, line in enumerate(block.split(b"\n"), self._lines + 1):
            if len(line.translate(None, _CONTROL)) != len(line):
                self._report.add(flaws.CONTROL_CHARACTER, self._file, number)

    def _row_at(self, block: bytes, position: int) -> int:
        return self._lines + block.count(b"\n", 0, position) + 1


def _flaw_of_entry(entry: zipfile.ZipInfo, label: str, *, known: bool, again: bool) -> Flaw | None:
    """The first thing wrong with this entry, by its name and its flags, without opening it."""
    name = entry.orig_filename.replace("\\", "/")
    wrong = {
        flaws.UNSAFE_PATH: name.startswith("/") or ".." in name.split("/") or ":" in name or "\0" in name,
        flaws.SYMLINK_ENTRY: stat.S_ISLNK(entry.external_attr >> 16),
        flaws.NESTED_FOLDER: "/" in name,
        flaws.ENCRYPTED_ENTRY: bool(entry.flag_bits & 0x2041),
        flaws.UNSUPPORTED_COMPRESSION: entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED},
        flaws.DUPLICATE_ENTRY: again,
        flaws.UNKNOWN_FILE: not known,
        flaws.FILE_NAME_CASE: known and entry.filename != label,
    }
    return next((flaw for flaw, present in wrong.items() if present), None)
