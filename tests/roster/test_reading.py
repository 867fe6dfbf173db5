"""A faultless bundle of each version becomes rows."""

from datetime import date
from pathlib import Path

import pytest
from roster.small_bundles import Files, Pack

from domain.roster.flaws import Mode
from domain.roster.format import FORMATS, FileMode
from domain.roster.reader import Roster, read_bundle
from domain.roster.sample import write_sample
from domain.roster.tables import COLUMNS


def people(roster: Roster) -> dict[str, dict[str, object]]:
    return {row[0]: dict(zip(COLUMNS["people"], row, strict=True)) for row in roster.rows["people"]}


@pytest.mark.parametrize("mode", Mode)
def test_a_faultless_bundle_has_no_findings(either: Files, pack: Pack, mode: Mode) -> None:
    roster = read_bundle(pack(either), mode=mode)
    assert roster.ok
    assert not roster.findings
    assert not roster.outside


def test_every_table_has_the_columns_it_promises(either: Files, pack: Pack) -> None:
    roster = read_bundle(pack(either))
    assert roster.rows.keys() == COLUMNS.keys()
    for table, rows in roster.rows.items():
        assert all(len(row) == len(COLUMNS[table]) for row in rows)
    assert len(roster.rows["enrollments"]) == 2


def test_values_get_their_types(either: Files, pack: Pack) -> None:
    roster = read_bundle(pack(either))
    assert roster.rows["academic_sessions"] == [
        ("y1", "active", None, "2026-2027", "schoolYear", date(2026, 9, 1), date(2027, 8, 31), None, 2027)
    ]
    assert roster.rows["classes"][0][-1] == ("y1",)
    assert roster.rows["enrollments"][0][-3:] == (None, date(2026, 9, 1), None)
    assert roster.rows["enrollments"][1][-3:] == (True, None, None)


def test_a_person_is_whole_in_both_versions(either: Files, pack: Pack) -> None:
    parent = people(read_bundle(pack(either)))["g1"]
    assert parent["roles"] == ("parent",)
    assert parent["org_sourced_ids"] == ("o1",)
    assert (parent["given_name"], parent["email"], parent["phone"]) == ("An", "an@example.org", None)
    assert (parent["language"], parent["enabled"], parent["grades"]) == ("fr", True, ())


@pytest.mark.parametrize("order", ["r6 r5", "r5 r6"])
def test_a_secondary_role_follows_the_primary(one_two: Files, pack: Pack, order: str) -> None:
    rows = {"r5": "r5,,,t1,primary,teacher,,,o1,\n", "r6": "r6,,,t1,secondary,parent,,,o1,\n"}
    one_two["roles.csv"] = one_two["roles.csv"].replace(rows["r5"], "".join(rows[name] for name in order.split()))
    assert people(read_bundle(pack(one_two)))["t1"]["roles"] == ("teacher", "parent")


def test_the_preferred_name_is_read(one_two: Files, pack: Pack) -> None:
    assert people(read_bundle(pack(one_two)))["g1"]["preferred_given_name"] == "Annie"


def test_only_the_birth_date_is_kept_of_demographics(one_two: Files, pack: Pack) -> None:
    columns = [column.name for column in FORMATS["1.2"]["demographics"].columns]
    one_two["demographics.csv"] = ",".join(columns) + "\ns1,,,2019-05-17,female,true" + "," * 10 + "\n"
    one_two["manifest.csv"] = one_two["manifest.csv"].replace("file.demographics,absent", "file.demographics,bulk")
    roster = read_bundle(pack(one_two))
    assert not roster.findings
    assert roster.rows["demographics"] == [("s1", "active", None, date(2019, 5, 17))]


def test_the_manifest_is_told(one_two: Files, pack: Pack) -> None:
    roster = read_bundle(pack(one_two))
    assert roster.version == "1.2"
    assert roster.modes["users"] is FileMode.BULK
    assert roster.modes["results"] is FileMode.ABSENT


def test_progress_is_told_and_may_end_the_reading(one_two: Files, pack: Pack) -> None:
    told: list[tuple[str, int]] = []
    read_bundle(pack(one_two), progress=lambda file, rows: told.append((file, rows)))
    assert ("users.csv", 5) in told

    def cancel(_file: str, _rows: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_bundle(pack(one_two), progress=cancel)


def test_files_that_are_not_needed_have_their_columns_checked(one_two: Files, pack: Pack) -> None:
    one_two["manifest.csv"] = one_two["manifest.csv"].replace("file.categories,absent", "file.categories,bulk")
    right = one_two | {"categories.csv": "sourcedId,status,dateLastModified,title,weight\nx,anything,goes,,\n"}
    assert not read_bundle(pack(right)).findings
    wrong = one_two | {"categories.csv": "sourcedId,status,dateLastModified,name,weight\n"}
    assert read_bundle(pack(wrong)).report.counts == {"unknown_column": 1, "column_missing": 1}


def test_the_sample_is_faultless(tmp_path: Path) -> None:
    write_sample(tmp_path / "sample.zip")
    roster = read_bundle(tmp_path / "sample.zip")
    assert roster.ok
    assert not roster.findings
    everyone = people(roster).values()
    students = {person["sourced_id"] for person in everyone if "student" in person["roles"]}  # type: ignore[operator]
    assert len(students) == 400
    assert len(roster.rows["classes"]) == 24
    assert {student for student, _, _ in roster.rows["agents"]} == students
    assert {kind for _, _, kind in roster.rows["agents"]} == {"parent", "guardian", "relative"}
    assert {"nl", "fr", "ar", "tr", "pl", "ro"} <= {person["language"] for person in everyone}


def test_the_sample_reaches_no_one(sample_files: dict[str, bytes]) -> None:
    users = sample_files["users.csv"].decode()
    cells = users.replace('"', "").replace("\n", ",").split(",")
    assert all(cell.endswith("example.org") for cell in cells if "@" in cell)
    assert all(cell.startswith(("+32 2 555 01 ", "+32 470 00 ")) for cell in cells if cell.startswith("+"))


def test_the_sample_is_the_same_each_time(tmp_path: Path) -> None:
    write_sample(tmp_path / "a.zip")
    write_sample(tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
