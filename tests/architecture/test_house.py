"""The rules of the house that a linter does not know (architecture.md)."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for folder in ("api", "domain") for path in (ROOT / folder).rglob("*.py"))
LONGEST_FILE, MEDIAN_FILE, LONGEST_ENDPOINT = 400, 60, 12
NO_ROOMS = {
    "service",
    "services",
    "manager",
    "managers",
    "helper",
    "helpers",
    "util",
    "utils",
    "common",
    "misc",
    "base",
    "core",
}
TOP = {
    *("api", "domain", "alembic", "seed_content", "tests"),
    *("docker-compose.yml", "Dockerfile", "pyproject.toml", "README.md"),
    *("uv.lock", "LICENSE", "CHANGELOG.md", "Makefile"),
}
ROOMS = {"models", "rules", "queries", "actions"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_files_are_short() -> None:
    assert [(name(path), lines(path)) for path in SOURCES if lines(path) > LONGEST_FILE] == []


def test_most_files_are_short_indeed() -> None:
    found = median(lines(path) for path in SOURCES if lines(path))
    assert found <= MEDIAN_FILE, f"the median is {found}"


def test_nothing_is_imported_inside_a_function() -> None:
    inside = [
        f"{name(path)}:{node.lineno}"
        for path in SOURCES
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_no_room_is_called_after_nothing() -> None:
    parts = {
        (name(path), word)
        for path in SOURCES
        for part in path.relative_to(ROOT).with_suffix("").parts
        for word in part.split("_")
    }
    assert {where for where, word in parts if word in NO_ROOMS} == set()


def test_the_front_door_has_only_what_belongs_there() -> None:
    """What git knows, or would: the rest is somebody's workshop."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("no git here")
    found = {line.partition("/")[0] for line in listed.stdout.splitlines() if (ROOT / line).exists()}
    assert {entry for entry in found if not entry.startswith(".")} - TOP == set()


def test_migrations_are_no_package() -> None:
    assert not (ROOT / "alembic" / "__init__.py").exists(), "it would shadow the library"


def test_every_subject_has_the_four_rooms_and_rules_do_no_input_or_output() -> None:
    for path in SOURCES:
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[0] == "domain" and "rules" in parts:
            imported = {node.module or "" for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom)}
            assert not any(".session" in module or module.startswith("sqlalchemy") for module in imported), name(path)
            assert not any(isinstance(function, ast.AsyncFunctionDef) for function in functions(path)), name(path)


def is_endpoint(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    calls = [decorator.func for decorator in function.decorator_list if isinstance(decorator, ast.Call)]
    return any(
        isinstance(call, ast.Attribute) and isinstance(call.value, ast.Name) and call.value.id == "router"
        for call in calls
    )


def test_endpoints_are_short_async_and_explained() -> None:
    found = [(path, function) for path in SOURCES for function in functions(path) if is_endpoint(function)]
    assert len(found) > 20
    for path, function in found:
        where = f"{name(path)}:{function.lineno} {function.name}"
        assert isinstance(function, ast.AsyncFunctionDef), f"{where}: a plain `def` costs twice"
        assert ast.get_docstring(function), where
        body = function.body[1:]
        assert body[-1].end_lineno - body[0].lineno < LONGEST_ENDPOINT, where  # type: ignore[operator]


def test_only_one_place_knows_tokens_statuses_and_transactions() -> None:
    """`commit()` stands nowhere: a session commits when its block ends."""
    for path in SOURCES:
        called = {
            node.func.attr
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        assert "commit" not in called, name(path)
        imported = {
            alias.name for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom) for alias in node.names
        }
        assert "HTTPException" not in imported or name(path) in {"api/problems.py", "api/docs.py"}, name(path)


def test_the_only_clock_is_ours() -> None:
    for path in SOURCES:
        if name(path) == "domain/kernel/clock.py":
            continue
        for node in ast.walk(tree(path)):
            if (
                isinstance(node, ast.Attribute)
                and node.attr in {"now", "utcnow", "today"}
                and isinstance(node.value, ast.Name)
            ):
                assert node.value.id not in {"datetime", "date"}, f"{name(path)}:{node.lineno}"


def test_every_module_says_what_it_is_for() -> None:
    assert [name(path) for path in SOURCES if lines(path) and not ast.get_docstring(tree(path))] == []


def test_tests_mirror_the_sources() -> None:
    """Every test folder is a part of the house, or one of the views across it."""
    across = {"architecture", "benchmarks", "browser", "content", "isolation", "migrations", "api", "walk"}
    subjects = {path.name for path in (ROOT / "domain").iterdir() if path.is_dir()}
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders <= across | subjects
