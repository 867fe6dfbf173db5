"""Bundles that mean harm, or met with an accident, are refused within two seconds and with a reason."""

import io
import random
import stat
import struct
import time
import zipfile
from pathlib import Path

import pytest
from roster.small_bundles import Files, Pack

from domain.roster.bundle import Limits
from domain.roster.flaws import Mode, Severity
from domain.roster.reader import Roster, read_bundle

pytestmark = pytest.mark.parametrize("mode", Mode)

PATIENCE_SECONDS = 20.0
"""Of processor time, so that a busy machine does not fail the test; what these bundles are after is minutes."""


def refusal(path: Path, mode: Mode, limits: Limits | None = None) -> set[str]:
    """The codes of the errors, after checking that it was refused in time and that nothing came out of it."""
    start = time.process_time()
    roster = read_bundle(path, mode=mode, limits=limits)
    assert time.process_time() - start < PATIENCE_SECONDS
    assert not roster.ok
    assert not any(roster.rows.values())
    return {finding.code for finding in roster.findings if finding.severity is Severity.ERROR}


def where(roster: Roster, code: str) -> tuple[str | None, int | None, str | None]:
    finding = next(finding for finding in roster.findings if finding.code == code)
    return finding.file, finding.row, finding.column


def with_entry(path: Path, entry: zipfile.ZipInfo, content: bytes = b"") -> Path:
    with zipfile.ZipFile(path, "a") as bundle:
        bundle.writestr(entry, content)
    return path


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip at all", b"\x00" * 4096, b"PK\x05\x06" + b"\xff" * 18])
def test_not_a_zip(tmp_path: Path, mode: Mode, content: bytes) -> None:
    (tmp_path / "bundle.zip").write_bytes(content)
    assert len(refusal(tmp_path / "bundle.zip", mode)) == 1


def test_an_empty_zip(pack: Pack, mode: Mode) -> None:
    assert refusal(pack({}), mode) == {"manifest_missing"}


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_zip(pack: Pack, one_two: Files, mode: Mode, kept: float) -> None:
    path = pack(one_two)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    assert refusal(path, mode) == {"not_a_zip"}


def test_damaged_content(pack: Pack, one_two: Files, mode: Mode) -> None:
    path = pack(one_two)
    content = bytearray(path.read_bytes())
    at = content.find(b"users.csv") + 40
    content[at : at + 20] = bytes(20)
    path.write_bytes(content)
    assert "damaged_entry" in refusal(path, mode)


def test_a_zip_bomb(pack: Pack, one_two: Files, mode: Mode) -> None:
    users = one_two["users.csv"]
    rows = "".join(f"x{n},,,true,x{n},{'a' * 100_000},X,X,,,,,,,,,,,,,,,\n" for n in range(40))
    assert "packed_too_tightly" in refusal(pack(one_two | {"users.csv": users + rows}), mode)
    assert refusal(pack(one_two | {"users.csv": users + "a" * (2 << 20)}), mode)
    assert refusal(pack(one_two | {"users.csv": users + "\n" * (2 << 20)}), mode)


def test_a_zip_that_lies_about_its_sizes(pack: Pack, one_two: Files, mode: Mode) -> None:
    path = pack(one_two | {"users.csv": one_two["users.csv"] + ",,,\n" * (1 << 19)})
    content = bytearray(path.read_bytes())
    entry = content.rfind(b"PK\x01\x02", 0, content.rfind(b"users.csv"))
    struct.pack_into("<L", content, entry + 24, 100)
    path.write_bytes(content)
    assert refusal(path, mode)


def test_limits_are_counted_over_all_files(pack: Pack, one_two: Files, mode: Mode) -> None:
    assert "unpacked_too_large" in refusal(pack(one_two), mode, Limits(unpacked=1000))
    assert refusal(pack(one_two), mode, Limits(packed=1000)) == {"bundle_too_large"}
    assert refusal(pack(one_two), mode, Limits(entries=5)) == {"too_many_entries"}


def test_a_directory_of_very_many_entries(tmp_path: Path, mode: Mode) -> None:
    path = tmp_path / "bundle.zip"
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    directory = entry * 300_000
    path.write_bytes(directory + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, len(directory), 0, 0))
    assert refusal(path, mode) == {"too_many_entries"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../users.csv", "unsafe_path"),
        ("/etc/users.csv", "unsafe_path"),
        ("C:\\users.csv", "unsafe_path"),
        ("a\\..\\users.csv", "unsafe_path"),
        ("roster/users.csv", "nested_folder"),
        ("roster/", "nested_folder"),
        ("USERS.csv", "duplicate_entry"),
    ],
)
def test_names_that_should_not_be_there(pack: Pack, one_two: Files, mode: Mode, name: str, code: str) -> None:
    assert refusal(with_entry(pack(one_two), zipfile.ZipInfo(name)), mode) == {code}


def test_a_symlink(pack: Pack, one_two: Files, mode: Mode) -> None:
    link = zipfile.ZipInfo("demographics.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert refusal(with_entry(pack(one_two), link, b"/etc/passwd"), mode) == {"symlink_entry"}


def test_an_encrypted_entry(pack: Pack, one_two: Files, mode: Mode) -> None:
    path = pack(one_two)
    content = bytearray(path.read_bytes())
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert refusal(path, mode) == {"encrypted_entry"}


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_unsupported_compression(pack: Pack, one_two: Files, mode: Mode, compression: int) -> None:
    path = pack(one_two)
    with zipfile.ZipFile(path, "a", compression) as bundle:
        bundle.writestr("demographics.csv", "sourcedId")
    assert refusal(path, mode) == {"unsupported_compression"}


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-le", "cp1252"])
def test_another_encoding(pack: Pack, one_two: Files, mode: Mode, encoding: str) -> None:
    users = one_two["users.csv"].replace("Jef", "Zoë")
    path = pack({**one_two, "users.csv": users.encode(encoding)})
    assert refusal(path, mode) <= {"not_utf8", "nul_character"}


def test_the_row_of_a_wrong_character_is_told(pack: Pack, one_two: Files, mode: Mode) -> None:
    path = pack({**one_two, "users.csv": one_two["users.csv"].replace("Jef", "Zoë").encode("latin-1")})
    assert where(read_bundle(path, mode=mode), "not_utf8") == ("users.csv", 3, None)


def test_nul_bytes(pack: Pack, one_two: Files, mode: Mode) -> None:
    path = pack(one_two | {"users.csv": one_two["users.csv"].replace("Jef", "J\0f")})
    assert refusal(path, mode) == {"nul_character"}
    assert where(read_bundle(path, mode=mode), "nul_character") == ("users.csv", 3, None)


def test_far_too_many_columns(pack: Pack, one_two: Files, mode: Mode) -> None:
    assert refusal(pack(one_two | {"users.csv": ",".join(map(str, range(300_000)))}), mode)
    assert refusal(pack(one_two | {"users.csv": one_two["users.csv"] + "," * 300_000}), mode)
    assert "too_many_columns" in refusal(pack(one_two | {"users.csv": one_two["users.csv"] + "," * 1000}), mode)


def test_an_unclosed_quote(pack: Pack, one_two: Files, mode: Mode) -> None:
    assert refusal(pack(one_two | {"users.csv": one_two["users.csv"].replace("Jef", '"Jef')}), mode) == {"bad_quoting"}
    noise = random.Random(1).randbytes(256 << 10).hex()
    lines = "\n".join(noise[at : at + 80] for at in range(0, len(noise), 80))
    assert "bad_quoting" in refusal(pack(one_two | {"users.csv": one_two["users.csv"] + '"' + lines}), mode)


def test_a_row_that_never_ends(pack: Pack, one_two: Files, mode: Mode) -> None:
    """Each field is short and each line too, yet together they are one row."""
    noise = random.Random(1).randbytes(1 << 19).hex()
    row = ",".join(f'"{noise[at : at + 8]}\n"' for at in range(0, len(noise), 8))
    assert "line_too_long" in refusal(pack(one_two | {"users.csv": one_two["users.csv"] + row}), mode)


def test_a_bundle_full_of_errors_is_not_read_to_the_end(pack: Pack, one_two: Files, mode: Mode) -> None:
    noise = random.Random(1)
    rows = "".join(f"{noise.random()},,,maybe\n" for _ in range(30_000))
    path = pack(one_two | {"users.csv": one_two["users.csv"] + rows})
    assert "too_many_findings" in refusal(path, mode)
    files: set[str] = set()
    roster = read_bundle(path, mode=mode, progress=lambda file, _rows: files.add(file))
    assert roster.report.counts["too_many_findings"] == 1
    assert "enrollments.csv" not in files


def test_a_file_is_missing(pack: Pack, either: Files, mode: Mode) -> None:
    del either["classes.csv"]
    assert refusal(pack(either), mode) == {"file_missing"}


def test_the_manifest_is_missing(pack: Pack, either: Files, mode: Mode) -> None:
    del either["manifest.csv"]
    assert refusal(pack(either), mode) == {"manifest_missing"}


def test_findings_are_words_and_never_values(pack: Pack, one_two: Files, mode: Mode) -> None:
    secret = "Geheim-Wachtwoord"
    bent = one_two["users.csv"].replace("true,jef", f"{secret},jef").replace("nl\n", f"{secret}\n")
    bent = f"{secret},{bent}".replace("s1,", f"{secret}1,")
    path = pack(one_two | {"users.csv": bent, f"{secret}.txt": "", "orgs.csv": f"{secret}\n"})
    roster = read_bundle(path, mode=mode)
    assert roster.findings
    for finding in roster.findings:
        shown = io.StringIO()
        print(finding.file, finding.row, finding.column, finding.code, file=shown)
        print(*(finding.words(language) for language in ("nl", "fr", "en")), file=shown)
        assert secret not in shown.getvalue()
