"""Each fault in the content is found where it is; the lenient mode forgives what can be forgiven."""

import pytest
from roster.small_bundles import Files, Pack

from domain.roster.findings import Finding, Report
from domain.roster.flaws import Flaw, Mode, Severity, Weight
from domain.roster.flaws import bundle as bundle_flaws
from domain.roster.flaws import content as content_flaws
from domain.roster.reader import read_bundle

Change = tuple[str, str, str]
"""A file, what stands there, and what is put instead."""

FLAWS = [flaw for module in (bundle_flaws, content_flaws) for flaw in vars(module).values() if isinstance(flaw, Flaw)]


def bent(files: Files, file: str, old: str, new: str) -> Files:
    assert old in files[file]
    return files | {file: files[file].replace(old, new, 1)}


def place(finding: Finding) -> tuple[str, str | None, int | None, str | None]:
    return finding.code, finding.file, finding.row, finding.column


ALWAYS_REFUSED = [
    ("users.csv", "s2,,,true", "s1,,,true", ("duplicate_id", 3, "sourcedId")),
    ("users.csv", ",Jef,", ",,", ("missing_value", 3, "givenName")),
    ("users.csv", ",Jef,", ",   ,", ("missing_value", 3, "givenName")),
    ("users.csv", "true,jef", "perhaps,jef", ("unknown_value", 3, "enabledUser")),
    ("users.csv", ",Jef,", f",{'J' * 256},", ("too_long", 3, "givenName")),
    ("users.csv", "o1,,nl\ns2", "o9,,nl\ns2", ("dangling_reference", 2, "primaryOrgSourcedId")),
    ("users.csv", '"s1,s2"', '"s1,s9"', ("dangling_reference", 5, "agentSourcedIds")),
    ("users.csv", ",,,nl\ng1", ",,,nl,surplus\ng1", ("long_row", 3, None)),
    ("roles.csv", "r2,,,s2", "r2,,,s9", ("dangling_reference", 3, "userSourcedId")),
    ("roles.csv", "primary,parent", "primary,boss", ("unknown_value", 4, "role")),
    ("roles.csv", "primary,parent", "ext:main,parent", ("unknown_value", 4, "roleType")),
    ("roles.csv", "orgSourcedId", "organisation", ("column_missing", 1, "orgSourcedId")),
    ("enrollments.csv", "c1,o1,t1", "c9,o1,t1", ("dangling_reference", 3, "classSourcedId")),
    ("enrollments.csv", "2026-09-01", "01/09/2026", ("bad_date", 2, "beginDate")),
    ("enrollments.csv", "2026-09-01", "2026-W36-2", ("bad_date", 2, "beginDate")),
    ("enrollments.csv", "2026-09-01", "2026-02-30", ("bad_date", 2, "beginDate")),
    ("academicSessions.csv", "2027-08-31", "2025-08-31", ("dates_reversed", 2, "endDate")),
    ("academicSessions.csv", ",2027\n", ",27\n", ("bad_year", 2, "schoolYear")),
    ("orgs.csv", "name,type", "type,type", ("column_twice", 1, "type")),
    ("classes.csv", "o1,y1", 'o1,"y1,""y2"', ("bad_item", 2, "termSourcedIds")),
    ("manifest.csv", "file.users,bulk", "file.users,whole", ("unknown_value", None, "file.users")),
    ("manifest.csv", "oneroster.version,1.2", "oneroster.version,2.0", ("unsupported_version", 3, None)),
    ("manifest.csv", "file.users,bulk", "file.users,bulk\nfile.users,bulk", ("manifest_property_twice", None, None)),
]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("change", "expected"), [(case[:3], case[3]) for case in ALWAYS_REFUSED])
def test_what_is_refused_in_both_modes(
    one_two: Files, pack: Pack, mode: Mode, change: Change, expected: tuple[str, int | None, str | None]
) -> None:
    roster = read_bundle(pack(bent(one_two, *change)), mode=mode)
    assert not roster.ok
    code, row, column = expected
    found = next(finding for finding in roster.findings if finding.code == code)
    assert found.file == change[0]
    assert row is None or found.row == row
    assert column is None or found.column == column


FORGIVEN = [
    ("users.csv", "givenName", "GIVENNAME", "column_case"),
    ("users.csv", "givenName", " givenName", "column_case"),
    ("users.csv", "givenName,familyName", "familyName,givenName", "column_order"),
    ("users.csv", "metadata.language\n", "metadata.language,,\n", "blank_column"),
    ("users.csv", "metadata.language\n", "metadata.language,shoeSize\n", "unknown_column"),
    ("orgs.csv", ",parentSourcedId", "", "optional_column_missing"),
    ("users.csv", ",,,nl\ng1", ",,,nl,,\ng1", "blank_cells"),
    ("users.csv", ",,,nl\ng1", "\ng1", "short_row"),
    ("users.csv", "\ng1", "\n\ng1", "blank_row"),
    ("users.csv", "s2,,,true", "s2,active,,true", "filled_in_bulk"),
    ("users.csv", "true,jef", "TRUE,jef", "value_case"),
    ("users.csv", "true,jef", "true ,jef", "stray_space"),
    ("users.csv", "s2,,,true", "s2 ,,,true", "stray_space"),
    ("users.csv", '"s1,s2"', '"s1,,s2"', "blank_item"),
    ("users.csv", ",Jef,", ',"Jef\nJan",', "line_break"),
    ("users.csv", ",Jef,", ",Je\x07f,", "control_character"),
    ("roles.csv", "primary,parent", "Primary,PARENT", "value_case"),
    ("roles.csv", "r5,,,t1,primary,teacher,,,o1,\n", "", "user_without_role"),
    ("manifest.csv", "file.users,bulk", "file.users,", "mode_blank"),
    ("manifest.csv", "file.users,bulk\n", "", "manifest_property_missing"),
    ("manifest.csv", "file.users,bulk", "File.Users,bulk", "value_case"),
    ("manifest.csv", "file.users,bulk", "file.users,BULK", "value_case"),
    ("manifest.csv", "oneroster.version,1.2", "oneroster.version,v1.2.1", "version_spelling"),
    ("manifest.csv", "manifest.version,1.0", "manifest.version,1", "manifest_version"),
    ("manifest.csv", "propertyName,value", "PropertyName,Value", "column_case"),
]


@pytest.mark.parametrize(("change", "code"), [(case[:3], case[3]) for case in FORGIVEN])
def test_what_lenient_forgives_and_strict_does_not(one_two: Files, pack: Pack, change: Change, code: str) -> None:
    path = pack(bent(one_two, *change))
    strict, lenient = read_bundle(path), read_bundle(path, mode=Mode.LENIENT)
    assert code in strict.report.counts
    assert not strict.ok
    assert code in lenient.report.counts
    assert lenient.ok
    assert {finding.severity for finding in lenient.findings} == {Severity.WARNING}
    assert {row[0] for row in lenient.rows["people"]} == {"s1", "s2", "g1", "g2", "t1"}


def test_lenient_reads_what_was_meant(one_two: Files, pack: Pack) -> None:
    one_two = bent(one_two, "users.csv", "true,jef", " TRUE,jef")
    one_two = bent(one_two, "users.csv", ",Jef,", ',"Jef\nJan\x07 ",')
    one_two = bent(one_two, "users.csv", "givenName,familyName", "FamilyName,GivenName")
    roster = read_bundle(pack(one_two), mode=Mode.LENIENT)
    jef = next(row for row in roster.rows["people"] if row[0] == "s2")
    assert jef[3] is True
    assert jef[6:9] == ("Claes", None, "Jef Jan")


def test_a_file_name_in_the_wrong_case(one_two: Files, pack: Pack) -> None:
    one_two["Users.CSV"] = one_two.pop("users.csv")
    path = pack(one_two)
    assert read_bundle(path).report.counts == {"file_name_case": 1}
    assert read_bundle(path, mode=Mode.LENIENT).ok


def test_a_file_too_many(one_two: Files, pack: Pack) -> None:
    path = pack(one_two | {"readme.txt": "", "demographics.csv": "sourcedId\n"})
    assert read_bundle(path).report.counts == {"unknown_file": 1, "file_not_announced": 1}
    assert read_bundle(path, mode=Mode.LENIENT).ok


def test_roles_do_not_belong_in_1_1(one_one: Files, pack: Pack) -> None:
    path = pack(one_one | {"roles.csv": ""})
    assert read_bundle(path).report.counts == {"unknown_file": 1}
    assert read_bundle(path, mode=Mode.LENIENT).ok


def test_own_terms_only_where_1_2_allows_them(one_one: Files, one_two: Files, pack: Pack) -> None:
    assert read_bundle(pack(bent(one_two, "orgs.csv", "school", "ext:campus"))).ok
    assert read_bundle(pack(bent(one_one, "orgs.csv", "school", "ext:campus"))).report.counts == {"unknown_value": 1}


def test_absent_courses_that_classes_still_name(either: Files, pack: Pack) -> None:
    del either["courses.csv"]
    path = pack(bent(either, "manifest.csv", "file.courses,bulk", "file.courses,absent"))
    strict, lenient = read_bundle(path), read_bundle(path, mode=Mode.LENIENT)
    assert [place(finding) for finding in strict.findings] == [
        ("referenced_file_absent", "classes.csv", None, "courseSourcedId")
    ]
    assert lenient.ok
    assert lenient.outside == {"courses": frozenset({"k1"})}


def test_a_byte_order_mark_is_only_noted(either: Files, pack: Pack) -> None:
    path = pack({**either, "users.csv": either["users.csv"].encode("utf-8-sig")})
    roster = read_bundle(path)
    assert roster.ok
    assert [place(finding) for finding in roster.findings] == [("byte_order_mark", "users.csv", 1, None)]


def test_line_ends_of_every_kind(either: Files, pack: Pack) -> None:
    for line_end in ("\r\n", "\r"):
        assert not read_bundle(pack({name: text.replace("\n", line_end) for name, text in either.items()})).findings


def test_a_language_that_is_none_is_left_out(one_two: Files, pack: Pack) -> None:
    roster = read_bundle(pack(bent(one_two, "users.csv", ",fr\n", ",Frans natuurlijk\n")))
    assert roster.ok
    assert roster.report.counts == {"unknown_language": 1}


def test_an_empty_file_and_one_without_rows(one_two: Files, pack: Pack) -> None:
    assert read_bundle(pack(one_two | {"users.csv": ""})).report.counts == {"empty_file": 1}
    only_names = one_two["enrollments.csv"].splitlines()[0]
    path = pack(one_two | {"enrollments.csv": only_names})
    assert read_bundle(path).report.counts == {"no_rows": 1}
    assert read_bundle(path, mode=Mode.LENIENT).ok


def test_rows_are_numbered_as_a_spreadsheet_does(one_two: Files, pack: Pack) -> None:
    users = one_two["users.csv"].replace(",Noor,", ',"Noor\nEls",').replace("\ng1", "\n\ng1").replace(",An,", ",,")
    roster = read_bundle(pack(one_two | {"users.csv": users}), mode=Mode.LENIENT)
    assert [place(finding) for finding in roster.findings if finding.code == "missing_value"] == [
        ("missing_value", "users.csv", 5, "givenName")
    ]


def test_a_column_of_ones_own_is_named_by_its_place(one_two: Files, pack: Pack) -> None:
    users = one_two["users.csv"].replace("metadata.language\n", "metadata.language,metadata.jan,metadata.jan\n")
    roster = read_bundle(pack(one_two | {"users.csv": users}), mode=Mode.LENIENT)
    assert [finding.column for finding in roster.findings if finding.code == "column_twice"] == ["#25"]


def test_an_id_is_recognised_far_down(one_two: Files, pack: Pack) -> None:
    rows = "".join(f"e{n},,,c1,o1,s1,student,,,\n" for n in range(10, 1510))
    enrollments = one_two["enrollments.csv"] + rows + "e1,,,c1,o1,s2,student,,,\n"
    roster = read_bundle(pack(one_two | {"enrollments.csv": enrollments}))
    assert [place(finding) for finding in roster.findings] == [("duplicate_id", "enrollments.csv", 1504, "sourcedId")]


def test_a_wrong_character_far_down_keeps_its_row(one_two: Files, pack: Pack) -> None:
    rows = "".join(f"e{n},,,c1,o1,s1,student,,,\n" for n in range(10, 5010)).encode()
    roster = read_bundle(pack({**one_two, "enrollments.csv": one_two["enrollments.csv"].encode() + rows + b"\xff,,\n"}))
    assert [place(finding) for finding in roster.findings] == [("not_utf8", "enrollments.csv", 5004, None)]


def test_rows_far_down_keep_their_number(one_two: Files, pack: Pack) -> None:
    rows = [f"e{n},,,c1,o1,s1,student,,,\n" for n in range(10, 3510)]
    rows[3000] = "e9999,,,c1,o1,s8,student,,,\n"
    roster = read_bundle(pack(one_two | {"enrollments.csv": one_two["enrollments.csv"] + "".join(rows)}))
    assert [place(f) for f in roster.findings] == [("dangling_reference", "enrollments.csv", 3004, "userSourcedId")]


def test_one_code_does_not_crowd_out_another() -> None:
    report = Report(Mode.STRICT)
    for number in range(5000):
        report.add(content_flaws.BAD_DATE, "users.csv", number)
    report.add(content_flaws.BAD_YEAR, "users.csv", 1)
    assert report.counts == {"bad_date": 5000, "bad_year": 1}
    assert len(report.listed) == 101
    assert report.errors == 5001


def test_every_flaw_has_its_own_code_and_words_in_three_languages() -> None:
    assert len({flaw.code for flaw in FLAWS}) == len(FLAWS)
    for flaw in FLAWS:
        words = {flaw.words(language) for language in ("nl", "fr", "en")}
        assert len(words) == 3
        assert all(text.endswith(".") for text in words)


def test_lenient_is_never_stricter() -> None:
    assert Weight.NOTED.strict is Severity.WARNING
    for weight in Weight:
        assert (weight.strict, weight.lenient) != (Severity.WARNING, Severity.ERROR)
