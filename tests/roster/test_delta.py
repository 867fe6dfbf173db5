"""A delta says what changed: what it names may be elsewhere, and what goes needs no description."""

from datetime import UTC, datetime

import pytest
from roster.small_bundles import ROLES, USERS_1_1, USERS_1_2, Files, Pack, manifest

from domain.roster.flaws import Mode
from domain.roster.reader import read_bundle

MOMENT = "2026-10-05T08:30:00.000Z"


def delta(version: str, files: Files) -> Files:
    return files | {"manifest.csv": manifest(version, all_absent(version) | dict.fromkeys(map(stem, files), "delta"))}


def stem(name: str) -> str:
    return name.removesuffix(".csv")


def all_absent(version: str) -> dict[str, str]:
    files = ("academicSessions", "orgs", "courses", "classes", "enrollments", "users")
    return dict.fromkeys((*files, "roles") if version == "1.2" else files, "absent")


def header(text: str) -> str:
    return text.splitlines()[0] + "\n"


@pytest.mark.parametrize("mode", Mode)
def test_changed_and_deleted_users(pack: Pack, mode: Mode) -> None:
    users = (
        header(USERS_1_1)
        + f"s1,active,{MOMENT},true,o1,student,noor,,Noor,Claes,,,,,,g1,01,,nl\n"
        + f"s2,tobedeleted,{MOMENT},true,o1,student,jef,,Jef,Claes,,,,,,g7,,,\n"
        + f"s3,tobedeleted,{MOMENT},,,,,,,,,,,,,,,,\n"
    )
    roster = read_bundle(pack(delta("1.1", {"users.csv": users})), mode=mode)
    assert not roster.findings
    assert [row[:3] for row in roster.rows["people"]] == [
        ("s1", "active", datetime(2026, 10, 5, 8, 30, tzinfo=UTC)),
        ("s2", "tobedeleted", datetime(2026, 10, 5, 8, 30, tzinfo=UTC)),
        ("s3", "tobedeleted", datetime(2026, 10, 5, 8, 30, tzinfo=UTC)),
    ]
    assert roster.rows["agents"] == [("s1", "g1", None)]
    assert roster.outside == {"orgs": frozenset({"o1"}), "users": frozenset({"g1"})}


def test_a_delta_must_say_what_happened_and_when(pack: Pack) -> None:
    users = header(USERS_1_1) + "s1,,,true,o1,student,noor,,Noor,Claes,,,,,,,01,,nl\n"
    roster = read_bundle(pack(delta("1.1", {"users.csv": users})), mode=Mode.LENIENT)
    assert [(finding.code, finding.column) for finding in roster.findings] == [
        ("missing_value", "status"),
        ("missing_value", "dateLastModified"),
    ]


@pytest.mark.parametrize(
    ("moment", "code"),
    [("yesterday", "bad_datetime"), ("2026-10-05", "bad_datetime"), ("2026-10-05T08:30:00", "datetime_without_zone")],
)
def test_moments(pack: Pack, moment: str, code: str) -> None:
    users = header(USERS_1_1) + f"s1,active,{moment},true,o1,student,noor,,Noor,Claes,,,,,,,01,,nl\n"
    assert read_bundle(pack(delta("1.1", {"users.csv": users}))).report.counts == {code: 1}


def test_a_role_may_come_and_go_without_its_user(pack: Pack) -> None:
    roles = header(ROLES) + f"r1,tobedeleted,{MOMENT},,,,,,,\n" + f"r2,active,{MOMENT},t1,secondary,parent,,,o1,\n"
    roster = read_bundle(pack(delta("1.2", {"roles.csv": roles})))
    assert not roster.findings
    assert [(row[0], row[1], row[3]) for row in roster.rows["roles"]] == [
        ("r1", "tobedeleted", None),
        ("r2", "active", "t1"),
    ]


def test_a_role_that_goes_is_not_held(pack: Pack) -> None:
    files = {
        "roles.csv": header(ROLES) + f"r2,tobedeleted,{MOMENT},t1,secondary,parent,,,o1,\n",
        "users.csv": header(USERS_1_2) + f"t1,active,{MOMENT},true,lies,,Lies,Aerts,,,,,,,,,,,,,,,\n",
    }
    roster = read_bundle(pack(delta("1.2", files)))
    assert not roster.findings
    assert roster.rows["people"][0][-2:] == ((), ())


def test_users_without_their_roles_leave_agents_undecided(pack: Pack) -> None:
    users = header(USERS_1_2) + f"s1,active,{MOMENT},true,noor,,Noor,Claes,,,,,,g1,01,,,,,,o1,,nl\n"
    roster = read_bundle(pack(delta("1.2", {"users.csv": users})))
    assert not roster.findings
    assert roster.rows["agents"] == []
    assert roster.rows["undecided_agents"] == [("s1", "g1")]


def test_ids_are_unique_in_a_delta_too(pack: Pack) -> None:
    row = f"s1,active,{MOMENT},true,o1,student,noor,,Noor,Claes,,,,,,,01,,nl\n"
    assert read_bundle(pack(delta("1.1", {"users.csv": header(USERS_1_1) + row * 2}))).report.counts == {
        "duplicate_id": 1
    }
