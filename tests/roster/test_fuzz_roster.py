"""Whatever happens to a bundle on its way here, reading it ends in a report and never in a crash."""

import tempfile
import zipfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from roster.small_bundles import ONE_TWO as FILES

from domain.roster.flaws import Mode
from domain.roster.reader import Roster, read_bundle

MODES = st.sampled_from(Mode)
NASTY = st.sampled_from(
    ["", '"', '""', ",", "\n", "\r", "\t", " ", "\x00", "\x1f", "\ufeff", "é", "\U0001f600", "ext:", "'"]
)
TEXT = st.one_of(NASTY, st.text(max_size=12), st.sampled_from(["s1", "g1", "TRUE", "tobedeleted", "2026-13-01", "1,2"]))

few = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def packed(files: dict[str, bytes]) -> bytes:
    with tempfile.TemporaryFile() as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bundle:
            for name, content in files.items():
                bundle.writestr(name, content)
        stream.seek(0)
        return stream.read()


def read(content: bytes, mode: Mode) -> Roster:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bundle.zip"
        path.write_bytes(content)
        roster = read_bundle(path, mode=mode)
    assert roster.ok == (roster.report.errors == 0)
    assert roster.ok or not any(roster.rows.values())
    assert sum(roster.report.counts.values()) == roster.report.errors + roster.report.warnings
    return roster


SOUND = packed({name: text.encode() for name, text in FILES.items()})


@few
@given(st.data(), MODES)
def test_any_bytes_of_the_zip_changed(data: st.DataObject, mode: Mode) -> None:
    content = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read(bytes(content), mode)


@few
@given(st.data(), MODES)
def test_any_cell_changed(data: st.DataObject, mode: Mode) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    lines = FILES[name].splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        row = data.draw(st.integers(0, len(lines) - 1))
        cells = lines[row].split(",")
        cells[data.draw(st.integers(0, len(cells) - 1))] = data.draw(TEXT)
        lines[row] = ",".join(cells)
    content = "\n".join(lines).encode("utf-8", "surrogatepass")
    read(packed({other: text.encode() for other, text in FILES.items()} | {name: content}), mode)


@few
@given(st.data(), MODES)
def test_any_piece_cut_doubled_or_put_in(data: st.DataObject, mode: Mode) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    content = FILES[name].encode()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    middle = data.draw(st.sampled_from([b"", content[start:end] * 2, b"\xff", b"\x00", b'"', b"\r\n\r\n"]))
    changed = content[:start] + middle + content[end:]
    read(packed({other: text.encode() for other, text in FILES.items()} | {name: changed}), mode)


@few
@given(st.binary(max_size=200), MODES)
def test_any_bytes_at_all(content: bytes, mode: Mode) -> None:
    assert not read(content, mode).ok
