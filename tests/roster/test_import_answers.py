"""What an import answers: refusals with findings, previews, leniency, cancelling, repeating, and who may."""

import time
from pathlib import Path

import pytest
from house import House
from roster.importing import URL, ZIP, Office, changes, zipped
from roster.small_bundles import Files
from sqlalchemy import text
from working import reached

from domain.kernel.errors import Conflict
from domain.roster import importing
from domain.roster.actions import import_file
from domain.roster.flaws import Mode


def test_a_bad_bundle_is_refused_with_findings_and_nothing_changes(office: Office, one_two: Files) -> None:
    office.send(one_two)
    before = office.one("students", "s1")
    one_two["users.csv"] = one_two["users.csv"].replace("Noor,Claes", "Noor,").replace("Jef,Claes", "Jef,Nieuw")
    done = office.send(one_two)
    assert (done["status"], done["errors"], done["counts"]) == ("refused", 1, {})
    assert (office.job["status"], office.job["problem"]["code"]) == ("failed", "roster_refused")
    assert done["findings"] == [
        {
            "code": "missing_value",
            "severity": "error",
            "detail": "Hier moet iets ingevuld zijn.",
            "count": 1,
            "places": [{"file": "users.csv", "row": 2, "column": "familyName"}],
        }
    ]
    in_english = office.admin.get(f"{URL}/{done['id']}", headers={"Accept-Language": "en"}).json()
    assert in_english["findings"][0]["detail"] == "A value is required here."
    everything = office.admin.get(f"{URL}/{done['id']}?lang=all").json()
    assert set(everything["findings"][0]["detail"]) == {"nl", "fr", "en"}
    assert office.one("students", "s1") == before
    assert office.uploads() == 0


def test_what_is_no_zip_is_refused(office: Office) -> None:
    done = office.send(b"sourcedId;naam")
    assert (done["status"], done["findings"][0]["code"]) == ("refused", "not_a_zip")
    assert office.admin.request("POST", URL, content=b"x").status_code == 415


def test_lenient_takes_small_faults(office: Office, one_two: Files) -> None:
    one_two["users.csv"] = one_two["users.csv"].replace("s1,,,true", "s1,,,TRUE")
    assert office.send(one_two)["status"] == "refused"
    done = office.send(one_two, "?mode=lenient")
    assert (done["status"], done["mode"], done["errors"], done["warnings"]) == ("applied", "lenient", 0, 1)
    assert office.one("students", "s1")["given_name"] == "Noor"


def test_contact_data_that_are_none_are_left_out_and_told(office: Office, one_two: Files) -> None:
    one_two["users.csv"] = one_two["users.csv"].replace("+32 470 00 00 01", "bel de oma").replace("lies@", "lies(at)")
    done = office.send(one_two)
    assert done["status"] == "applied"
    assert {finding["code"]: finding["places"] for finding in done["findings"]} == {
        "bad_phone": [{"file": "users.csv", "row": 4, "column": "sms"}],
        "bad_email": [{"file": "users.csv", "row": 6, "column": "email"}],
    }
    assert "oma" not in str(done)
    assert office.one("guardians", "g1")["phone"] is None


def test_several_schools_in_one_bundle_are_no_accident(office: Office, one_two: Files) -> None:
    one_two["orgs.csv"] += "o2,,,De Tweede,school,,\n"
    assert [one["code"] for one in office.send(one_two)["findings"]] == ["several_schools"]
    assert office.send(one_two, "?mode=lenient")["status"] == "applied"


def test_a_bundle_that_was_cut_off_does_not_send_everybody_away(
    office: Office, sample_files: dict[str, bytes], one_two: Files
) -> None:
    office.send(zipped(sample_files))
    pupil = sample_files["demographics.csv"].decode().splitlines()[1].partition(",")[0]
    done = office.send(one_two)
    assert {one["code"]: one["count"] for one in done["findings"]} == {"most_ended": 3}
    assert done["counts"]["students"] == {"added": 2, "changed": 0, "ended": 400, "unchanged": 0}
    assert office.count("students") == 400 + 2
    assert office.one("students", pupil)["ended_on"] is None
    assert office.send(one_two, "?mode=lenient")["status"] == "applied"
    assert office.one("students", pupil)["ended_on"] is not None


def test_a_preview_tells_and_changes_nothing_until_it_is_applied(office: Office, one_two: Files) -> None:
    told = office.events()
    previewed = office.send(one_two, "?preview=true")
    assert (previewed["status"], previewed["applied_at"]) == ("previewed", None)
    assert changes(previewed)["guardianships"] == {"added": 4}
    assert office.admin.get("/v1/students?sourced_id=s1").json()["items"] == []
    assert "student.created" not in {kind for kind in office.events() if kind not in told}
    applied = office.ended(office.admin.post(f"{URL}/{previewed['id']}/apply"))
    assert (applied["status"], applied["counts"]) == ("applied", previewed["counts"])
    assert applied["job_id"] != previewed["job_id"]
    assert office.one("students", "s1")["family_name"] == "Claes"
    again = office.admin.post(f"{URL}/{previewed['id']}/apply")
    assert (again.status_code, again.json()["code"]) == (409, "roster_not_to_apply")


def test_an_older_bundle_does_not_undo_a_newer_one(office: Office, one_two: Files) -> None:
    previewed = office.send(one_two, "?preview=true")
    office.send(one_two | {"users.csv": one_two["users.csv"].replace("Noor,Claes", "Noor,Nieuw")})
    done = office.ended(office.admin.post(f"{URL}/{previewed['id']}/apply"))
    assert (done["status"], office.job["problem"]["code"]) == ("failed", "roster_import_overtaken")
    assert office.one("students", "s1")["family_name"] == "Nieuw"
    assert office.uploads() == 0


def test_bundles_that_nobody_applied_are_not_kept(office: Office, one_two: Files) -> None:
    previewed = office.send(one_two, "?preview=true")
    assert office.uploads() == 1

    async def a_day_passes() -> None:
        async with office.house.database.working_for(office.house.id) as session:
            await session.execute(text("UPDATE roster_imports SET created_at = created_at - interval '25 hours'"))

    office.house.run(a_day_passes())
    office.send(one_two)
    assert office.uploads() == 0
    assert office.admin.post(f"{URL}/{previewed['id']}/apply").status_code == 409


def test_an_import_can_be_cancelled_and_leaves_nothing(
    office: Office, sample_files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Held up by an import on the command line, which has the school's turn."""

    async def hold() -> None:
        async def tell(_phase: str, _done: int, _total: int | None) -> None:
            """Nobody listens."""

        async with importing._turn(office.house.database, office.house.id, tell):
            answer = await office.admin.ask("POST", URL, content=zipped(sample_files), headers=ZIP)
            held.append(answer)
            job = answer.headers["Location"]
            while (await office.admin.ask("GET", job)).json()["progress"]["phase"] != "waiting":
                assert time.monotonic() < deadline
            await office.admin.ask("POST", f"{job}/cancel")
            while (await office.admin.ask("GET", job)).json()["status"] == "running":
                assert time.monotonic() < deadline

    held: list[object] = []
    deadline = time.monotonic() + 90
    office.house.run(hold())
    done = office.ended(held[0])  # type: ignore[arg-type]
    assert (done["status"], office.job["status"]) == ("cancelled", "cancelled")
    assert office.count("students") == 2
    assert office.uploads() == 0


@pytest.mark.parametrize("phase", ["reading", "staging", "comparing", "merging"])
def test_whatever_stops_it_nothing_is_half(office: Office, one_two: Files, tmp_path: Path, phase: str) -> None:
    bundle = tmp_path / "bundle.zip"
    bundle.write_bytes(zipped(one_two))

    async def stop(told: str, done: int, total: int | None) -> None:
        if told == phase:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        office.house.run(
            import_file(office.house.database, office.house.id, bundle, Mode.STRICT, preview=False, tell=stop)
        )
    assert office.count("students") == 2
    assert office.count("roster-imports") == 0


def test_who_edits_meanwhile_is_not_overwritten_and_nothing_is_half(
    office: Office, one_two: Files, tmp_path: Path
) -> None:
    """Classes are merged before students: they are rolled back too."""
    office.send(one_two)
    pupil, bundle = office.one("students", "s1"), tmp_path / "bundle.zip"
    changed = one_two | {name: one_two[name].replace("1A,01", "1Z,01") for name in ("classes.csv",)}
    changed["users.csv"] = one_two["users.csv"].replace("Noor,Claes", "Noor,Nieuw")
    bundle.write_bytes(zipped(changed))
    etag = office.admin.get(f"/v1/students/{pupil['id']}").headers["ETag"]

    async def edit(told: str, _done: int, _total: int | None) -> None:
        if told == "merging":
            patch = {"json": {"preferred_name": "Noortje"}, "headers": {"If-Match": etag}}
            assert (await office.admin.ask("PATCH", f"/v1/students/{pupil['id']}", **patch)).status_code == 200

    with pytest.raises(Conflict, match="roster_moved_meanwhile"):
        office.house.run(
            import_file(office.house.database, office.house.id, bundle, Mode.STRICT, preview=False, tell=edit)
        )
    now = office.one("students", "s1")
    assert (now["family_name"], now["preferred_name"]) == ("Claes", "Noortje")
    assert office.one("classes", "c1")["title"] == "1A"
    assert office.count("roster-imports") == 1


def test_a_repeated_request_imports_once(office: Office, one_two: Files) -> None:
    bundle, key = zipped(one_two), {"Idempotency-Key": "september"}
    first = office.post(bundle, **key)
    again = office.post(bundle, **key)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (again.json(), again.headers["Location"]) == (first.json(), first.headers["Location"])
    assert office.post(bundle, "?preview=true", **key).status_code == 422
    assert office.post(bundle + b"x", **key).status_code == 422
    office.ended(first)
    assert office.count("roster-imports") == 1


def test_only_administrators_and_systems_import(house: House, one_two: Files) -> None:
    bundle = zipped(one_two)
    for name in ("coordinator", "anna", "sara", "student", "interpreter"):
        caller = getattr(house, f"{name}_client")
        assert caller.request("POST", URL, content=bundle, headers=ZIP).status_code == 403
        assert caller.get(URL).status_code == 403
    answer = house.system_client.request("POST", URL, content=bundle, headers=ZIP)
    assert answer.status_code == 202
    assert reached(house.system_client, answer.headers["Location"])["status"] == "succeeded"
