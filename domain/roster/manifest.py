"""manifest.csv: which version of OneRoster the bundle speaks, and which files it announces as bulk, delta or absent."""

from dataclasses import dataclass

from domain.roster.bundle import Bundle
from domain.roster.findings import Refused, Report
from domain.roster.flaws import bundle as flaws
from domain.roster.flaws.content import STRAY_SPACE, UNKNOWN_VALUE, VALUE_CASE
from domain.roster.format import FORMATS, MANIFEST, VERSIONS, FileMode
from domain.roster.layout import even, lay_out

_FILE = "manifest.csv"
_OTHER_PROPERTIES = ("manifest.version", "oneroster.version", "source.systemName", "source.systemCode")
_REQUIRED_VERSION = "1.0"


@dataclass(frozen=True)
class Manifest:
    """`modes` names every file of this version."""

    version: str
    modes: dict[str, FileMode]


@dataclass(frozen=True)
class _Property:
    row: int
    value: str


def read_manifest(bundle: Bundle, report: Report) -> Manifest:
    """Raises Refused when there is no manifest or it does not say what this bundle is."""
    if MANIFEST.file not in bundle:
        raise Refused(flaws.MANIFEST_MISSING, _FILE)
    written = _properties(bundle, report)
    version = _version(written, report)
    known = {*_OTHER_PROPERTIES, *(f"file.{file}" for file in FORMATS[version])}
    for name, entry in written.items():
        if name not in known:
            report.add(flaws.MANIFEST_PROPERTY_UNKNOWN, _FILE, entry.row, "propertyName")
    modes = {file: _mode(file, written, file in bundle, report) for file in FORMATS[version]}
    if set(modes.values()) == {FileMode.ABSENT}:
        raise Refused(flaws.NOTHING_ANNOUNCED, _FILE)
    return Manifest(version, modes)


def _properties(bundle: Bundle, report: Report) -> dict[str, _Property]:
    names = [*_OTHER_PROPERTIES, *(f"file.{file}" for form in FORMATS.values() for file in form)]
    by_case = {name.lower(): name for name in names}
    batches = bundle.batches(MANIFEST.file)
    first = next(batches, None)
    if first is None:
        raise Refused(flaws.EMPTY_FILE, _FILE)
    layout = lay_out(first.rows[0], MANIFEST, report)
    if layout is None:
        raise Refused(flaws.MANIFEST_PROPERTY_MISSING, _FILE, 1)
    name_at, value_at = layout.positions["propertyName"], layout.positions["value"]
    written: dict[str, _Property] = {}
    for raw in (first, *batches):
        rows = even(raw, layout.width, _FILE, report)
        for number, row in zip(rows.numbers, rows.rows, strict=True):
            name = by_case.get(row[name_at].strip().lower(), row[name_at])
            if name != row[name_at]:
                report.add(VALUE_CASE, _FILE, number, "propertyName")
            if name in written:
                report.add(flaws.MANIFEST_PROPERTY_TWICE, _FILE, number, "propertyName")
            elif number > 1:
                written[name] = _Property(number, row[value_at])
    return written


def _version(written: dict[str, _Property], report: Report) -> str:
    manifest = written.get("manifest.version")
    if manifest is None or manifest.value != _REQUIRED_VERSION:
        report.add(flaws.MANIFEST_VERSION, _FILE, manifest.row if manifest else None, "manifest.version")
    stated = written.get("oneroster.version")
    if stated is None:
        raise Refused(flaws.UNSUPPORTED_VERSION, _FILE)
    if stated.value in VERSIONS:
        return stated.value
    plain = stated.value.strip().lower().removeprefix("v")[:3]
    if plain not in VERSIONS:
        raise Refused(flaws.UNSUPPORTED_VERSION, _FILE, stated.row)
    report.add(flaws.VERSION_SPELLING, _FILE, stated.row, "value")
    return plain


def _mode(file: str, written: dict[str, _Property], is_there: bool, report: Report) -> FileMode:
    stated = written.get(f"file.{file}")
    mode = _stated_mode(f"file.{file}", stated, report)
    if mode is None:
        return FileMode.BULK if is_there else FileMode.ABSENT
    if mode is FileMode.ABSENT and is_there:
        report.add(flaws.FILE_NOT_ANNOUNCED, f"{file}.csv")
    return mode


def _stated_mode(name: str, stated: _Property | None, report: Report) -> FileMode | None:
    """None when the manifest leaves it open."""
    if stated is None:
        report.add(flaws.MANIFEST_PROPERTY_MISSING, _FILE, None, name)
        return None
    plain = stated.value.strip()
    if not plain:
        report.add(flaws.MODE_BLANK, _FILE, stated.row, name)
        return None
    if plain.lower() not in set(FileMode):
        report.add(UNKNOWN_VALUE, _FILE, stated.row, name)
        return FileMode.ABSENT
    if stated.value != plain.lower():
        report.add(VALUE_CASE if plain != plain.lower() else STRAY_SPACE, _FILE, stated.row, name)
    return FileMode(plain.lower())
