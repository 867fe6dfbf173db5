"""`make bench-rounds`: the planner on ready problems, beside families racing for slots and beside the reference.

python -m tests.benchmarks.rounds --problems FOLDER [--seconds 60] [--seeds 1 2 3] [--workers 2]
"""

import json
import resource
import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from rich.console import Console
from rich.table import Table

from domain.conferences.planner.document import minute
from domain.conferences.planner.problem import Problem
from domain.conferences.planner.reading import read_problem
from tests.benchmarks.racing import race
from tests.benchmarks.waits import mean_wait

# A compiled ruin-and-recreate in 30 s (60 s for group-XL), two threads, seed 1: the table of the issue
# "Conference rounds". Mandatory left, weight left, family burden.
REFERENCE = {
    "primary-S-s1": (0, 4, 870),
    "primary-L-s1": (3, 8, 2655),
    "secondary-M-s1": (0, 48, 32300),
    "secondary-L-s1": (1, 210, 97965),
    "group-XL-s1": (0, 310, 183830),
}
COLUMNS = (
    "problem",
    "racing: planned, wait",
    "first: s, placed, levels",
    "planned, wait",
    "levels",
    "reference",
    "gap",
    "MB",
)
LARGE, TWICE = 8000, 2


def main() -> None:
    parser = ArgumentParser(prog="rounds")
    parser.add_argument("--problems", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    table = Table(*COLUMNS)
    for file in sorted(arguments.problems.glob("*.json")):
        document = json.loads(file.read_text())
        for seed in arguments.seeds:
            table.add_row(*_row(document, arguments.seconds, seed, arguments.workers))
    Console(width=180).print(table)


def _row(document: dict, seconds: float, seed: int, workers: int) -> tuple[str, ...]:
    problem = read_problem(document)
    raced = race(problem, seed)
    first, schedule = plan(document, seconds * (TWICE if len(problem.meetings) > LARGE else 1), seed, workers)
    return (
        f"{problem.name} / {seed}",
        f"{_share(problem, len(raced))}, {mean_wait(problem, raced):.1f} min",
        f"{first[0]:.1f} s, {first[1]}, {first[2][:4]}",
        f"{_share(problem, len(schedule['scheduled']))}, {mean_wait(problem, _minutes(problem, schedule)):.1f} min",
        str(list(schedule["objective"].values())[:4]),
        str(REFERENCE.get(problem.name, "")),
        f"{schedule['proof']['gap']:.2%}, {schedule['proof']['proven_levels']} levels",
        str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024),
    )


def plan(document: dict, seconds: float, seed: int, workers: int) -> tuple[tuple, dict]:
    """Run the planner's process; its first schedule as (seconds since the start, talks placed, levels), and its last."""
    command = [sys.executable, "-m", "domain.conferences.planner", "--seconds", str(seconds), "--seed", str(seed)]
    began, first, message = time.monotonic(), None, {}
    with subprocess.Popen(
        [*command, "--workers", str(workers)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as planner:
        planner.stdin.write(json.dumps(document) + "\n")
        planner.stdin.flush()
        for line in planner.stdout:
            message = json.loads(line)
            told = message.get("progress", {})
            if first is None and told.get("objective"):
                first = time.monotonic() - began, told["placed"], told["objective"]
    return first, message["schedule"]


def _minutes(problem: Problem, schedule: dict) -> dict[int, int]:
    index = {meeting.id: number for number, meeting in enumerate(problem.meetings)}
    return {index[one["meeting"]]: minute(one["start"]) for one in schedule["scheduled"]}


def _share(problem: Problem, placed: int) -> str:
    return f"{placed / len(problem.meetings):.1%}"


if __name__ == "__main__":
    main()
