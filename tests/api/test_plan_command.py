"""`samenspraak plan`: a problem in, a schedule out, as a process of its own."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conferences.problems import TINY

COMMAND = (sys.executable, "-m", "api", "plan")


@pytest.fixture
def problem(tmp_path: Path) -> Path:
    where = tmp_path / "problem.json"
    where.write_text(json.dumps(TINY, indent=2))
    return where


def begun(*words: Any, said: int = subprocess.PIPE) -> "subprocess.Popen[str]":
    """Without any setting of ours, and without a database."""
    environment = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "NUMBA_CACHE_DIR"}}
    environment |= {"COLUMNS": "120", "TERM": "xterm"}
    command = [*COMMAND, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True, env=environment)


def ended(*words: Any) -> tuple[int, str, str]:
    with begun(*words) as process:
        out, said = process.communicate(timeout=60)
    return process.returncode, out, said


def test_it_writes_the_schedule_and_shows_what_it_came_to(problem: Path, tmp_path: Path) -> None:
    where = tmp_path / "schedule.json"
    code, out, said = ended(problem, "--seconds", 2, "--seed", 7, "--out", where)
    assert (code, out) == (0, ""), said
    schedule = json.loads(where.read_text())
    assert (len(schedule["scheduled"]), len(schedule["unscheduled"]), schedule["seed"]) == (2, 1, 7)
    assert "2 of 3" in said
    assert "Left out" in said


def test_ctrl_c_keeps_the_best_so_far(problem: Path) -> None:
    terminal, of_process = pty.openpty()
    seen = b""
    with begun(problem, "--seconds", 60, said=of_process) as process:
        os.close(of_process)
        while b"2/3" not in seen:
            seen += os.read(terminal, 1 << 16)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=90)
    os.close(terminal)
    assert (process.returncode, json.loads(out)["seconds"] < 20) == (0, True)


def test_flaws_are_shown_with_their_place(problem: Path) -> None:
    problem.write_text(json.dumps(TINY | {"meetings": [{**TINY["meetings"][0], "teachers": ["T9"]}]}))
    code, out, said = ended(problem)
    assert (code, out) == (2, "")
    assert "/meetings/0/teachers/0" in said


def test_what_is_no_json_is_refused(problem: Path) -> None:
    problem.write_text("{")
    assert ended(problem)[0] == 2


def test_the_engines_stay_out_of_it() -> None:
    code = "import sys, api.commands.plan; print([m for m in ('numpy', 'numba', 'ortools', 'sqlalchemy', 'fastapi') if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"
