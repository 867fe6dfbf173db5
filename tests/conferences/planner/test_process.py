"""The planner's process, seen from outside: what happens to it, and to us, when it breaks, hangs or is left alone."""

import asyncio
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from domain.conferences.planner import process
from domain.conferences.planner.process import Budget, PlannerBroke, ProblemRefused, planning

SECRET = "Zonnebloem"
PROGRESS = '{"progress": {"placed": 1}}'
SCHEDULE = '{"schedule": {"scheduled": [1]}}'


def script(code: str) -> tuple[str, ...]:
    """A planner that does this after it has read the problem."""
    return (sys.executable, "-c", f"import sys, time, os\nproblem = sys.stdin.readline()\n{code}")


def planned(code: str, *, stop: bool = False, seconds: float = 5, document: str = "{}") -> tuple[list[Any], Any]:
    async def plan() -> tuple[list[Any], Any]:
        told = []
        async with planning(document, Budget(seconds), script(code)) as planner:
            async for progress in planner:
                told.append(progress)
                if stop:
                    planner.stop()
        return told, planner.schedule

    return asyncio.run(plan())


def test_it_tells_how_far_it_is_and_gives_its_schedule() -> None:
    assert planned(f"print('{PROGRESS}\\n{PROGRESS}\\n{SCHEDULE}')") == ([{"placed": 1}] * 2, {"scheduled": [1]})


def test_it_stops_when_told_and_gives_the_best_so_far() -> None:
    waiting = f"print('{PROGRESS}', flush=True)\nassert sys.stdin.readline() == 'stop\\n'\nprint('{SCHEDULE}')"
    assert planned(waiting, stop=True)[1] == {"scheduled": [1]}


def test_a_large_problem_goes_in_and_a_large_schedule_comes_out() -> None:
    code = "print('{\"schedule\": {\"scheduled\": ' + str(len(problem)) + ', \"long\": \"' + 'x' * 5_000_000 + '\"}}')"
    schedule = planned(code, document=json.dumps({"name": "x" * 5_000_000}))[1]
    assert (schedule["scheduled"], len(schedule["long"])) == (5_000_013, 5_000_000)


def test_flaws_are_told() -> None:
    with pytest.raises(ProblemRefused) as refused:
        planned("""print('{"flaws": [{"pointer": "/meetings/0"}]}')""")
    assert refused.value.flaws == [{"pointer": "/meetings/0"}]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (f"raise KeyError('{SECRET}')", "it ended with 1; KeyError"),
        ("os._exit(7)", "it ended with 7; it left no word"),
        ("os.kill(os.getpid(), 9)", "it ended with -9; it left no word"),
        (f"print('{SECRET}')", "it said what nobody understands"),
        ("print('[1]')", "it said what nobody understands"),
        ("from asyncio import run\nrun(problem)", "it ended with 1; ValueError asyncio/runners.py"),
    ],
)
def test_a_breakdown_says_how_and_never_with_what(code: str, said: str) -> None:
    with pytest.raises(PlannerBroke) as broke:
        planned(code, document=f'"{SECRET}"')
    assert str(broke.value).startswith(said)
    assert SECRET not in str(broke.value)


def test_one_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "GRACE", 0.2)
    began = time.monotonic()
    with pytest.raises(PlannerBroke, match="in time"):
        planned("time.sleep(60)", seconds=0.1)
    with pytest.raises(PlannerBroke, match="in time"):
        planned(f"print('{PROGRESS}', flush=True)\ntime.sleep(60)", stop=True, seconds=60)
    assert time.monotonic() - began < 5


def test_it_gets_no_more_memory_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MEMORY", 300 << 20)
    with pytest.raises(PlannerBroke, match="MemoryError"):
        planned("x = bytearray(400 << 20)\nprint('{\"schedule\": {}}')")


def test_it_knows_nothing_of_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", SECRET)
    code = "import json\nprint(json.dumps({'schedule': {'known': sorted(os.environ)}}))"
    assert "DATABASE_URL" not in planned(code)[1]["known"]


def test_nothing_is_left_of_it_when_we_give_up(tmp_path: Path) -> None:
    where = tmp_path / "pid"

    async def give_up() -> None:
        code = f"open({str(where)!r}, 'w').write(str(os.getpid()))\nprint('{PROGRESS}', flush=True)\ntime.sleep(60)"
        async with planning("{}", Budget(), script(code)) as planner:
            async for _ in planner:
                raise KeyError

    with pytest.raises(KeyError):
        asyncio.run(give_up())
    with pytest.raises(ProcessLookupError):
        os.kill(int(where.read_text()), 0)
