"""`samenspraak content check`, as somebody at a terminal or a machine calls it."""

import json
from pathlib import Path

import yaml
from click.testing import Result
from typer.testing import CliRunner

from api.cli import app

ROOT = Path(__file__).parents[2]
PAGE_FIRST, PAGE_LAST = "<!-- samenspraak content check --table -->\n", "\n<!-- end of the table -->"
NO_CONTENT = "catalogue:0: meeting-types: There is no content here."


def check(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["content", "check", *map(str, arguments)])


def test_our_content_has_no_flaw_and_the_table_says_what_there_is() -> None:
    done = check()
    assert done.exit_code == 0, done.stdout
    rows = [line.split() for line in done.stdout.splitlines()]
    [tree] = [row for row in rows if row[:1] == ["talking-tree"]]
    assert tree[5:8] == ["nl", "fr", "en"]
    assert int(tree[8]) >= 60
    hardest = done.stdout.partition("Hardest to read:\n")[2].splitlines()
    assert len(hardest) == 10
    assert all("seed_content/catalogue/" in line and ".nl: reads at " in line for line in hardest)


def test_readme_has_the_table_of_now() -> None:
    done = check("--table")
    held = (ROOT / "README.md").read_text("utf-8").partition(PAGE_FIRST)[2].partition(PAGE_LAST)[0]
    assert held == done.stdout.strip(), "print it with: samenspraak content check --table"
    assert len(held.splitlines()) == 2 + 9 + 1


def test_a_machine_gets_everything() -> None:
    done = check("--json")
    told = json.loads(done.stdout)
    assert done.exit_code == 0
    assert (told["flaws"], len(told["forms"]), len(told["hardest"])) == ([], 9, 10)
    assert all(found >= 60 for found in told["median_readability"].values())
    assert told["forms"][0]["languages"] == ["nl", "fr", "en"]


def test_flaws_end_it_with_one(tmp_path: Path) -> None:
    for flag in ((), ("--table",)):
        done = check(tmp_path, *flag)
        assert done.exit_code == 1
        assert f"{tmp_path}/{NO_CONTENT}" in done.stdout.splitlines()
        assert "|" not in done.stdout
    done = check(tmp_path, "--json")
    assert done.exit_code == 1
    assert {"file", "line", "place", "message"} == json.loads(done.stdout)["flaws"][0].keys()


def test_a_page_that_was_copied_from_is_told(tmp_path: Path) -> None:
    """A page with words that also stand in the library."""
    material = yaml.safe_load((ROOT / "seed_content/catalogue/materials.yaml").read_text("utf-8"))[-1]
    page = tmp_path / "page.txt"
    page.write_text(f"Wij schrijven: {material['description']['nl']}", "utf-8")
    done = check("--page", page)
    assert done.exit_code == 1
    [told] = done.stdout.splitlines()
    assert "seed_content/catalogue/materials.yaml:" in told
    assert "description.nl: These words stand on the page: " in told
