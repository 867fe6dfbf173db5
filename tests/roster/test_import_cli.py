"""`samenspraak import` does the same without a worker."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from roster.importing import Office
from roster.small_bundles import Files, Pack
from typer.testing import CliRunner, Result

from api.cli import app as cli

Import = Callable[..., Result]


@pytest.fixture
def imported(database_url: str, office: Office) -> Import:
    def run(bundle: Path, *options: str) -> Result:
        words = ["import", str(bundle), "--school", str(office.house.id), *options]
        return CliRunner().invoke(cli, words, env={"DATABASE_URL": database_url})

    return run


def test_it_prints_what_it_did(imported: Import, office: Office, one_two: Files, pack: Pack) -> None:
    preview = imported(pack(one_two), "--preview")
    assert preview.exit_code == 0, preview.output
    assert json.loads(preview.stdout)["status"] == "previewed"
    assert office.count("students") == 2
    done = imported(pack(one_two))
    assert done.exit_code == 0
    assert json.loads(done.stdout)["counts"]["students"] == {"added": 2, "changed": 0, "ended": 0, "unchanged": 0}
    assert office.one("students", "s1")["given_name"] == "Noor"
    listed = office.admin.get("/v1/roster-imports").json()["items"]
    assert [(one["status"], one["job_id"]) for one in listed] == [("previewed", None), ("applied", None)]


def test_a_refusal_is_printed_and_ends_with_one(imported: Import, office: Office, one_two: Files, pack: Pack) -> None:
    one_two["users.csv"] = one_two["users.csv"].replace("s1,,,true", "s1,,,TRUE")
    refused = imported(pack(one_two))
    assert refused.exit_code == 1
    (finding,) = json.loads(refused.stdout)["findings"]
    assert finding["detail"] == "Upper and lower case in this value are not right."
    assert imported(pack(one_two), "--lenient").exit_code == 0


def test_a_school_that_is_not_there(imported: Import, one_two: Files, pack: Pack) -> None:
    unknown = imported(pack(one_two), "--school", str(uuid4()))
    assert unknown.exit_code == 1
    assert "does not exist" in unknown.stderr
