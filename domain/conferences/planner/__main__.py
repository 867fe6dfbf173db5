"""The planner as a process: a problem on standard input, progress and the schedule on standard output, lines of JSON.

A later line of input, or its end, asks to stop; so a process whose parent died ends by itself.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from threading import Event, Thread
from time import monotonic, process_time
from typing import Any

from domain.conferences.planner.flaws import Flaw, InvalidProblem
from domain.conferences.planner.progress import Progress
from domain.conferences.planner.reading import read_problem
from domain.conferences.planner.solve import solve
from domain.conferences.planner.warm import warm


def main() -> None:
    began = monotonic() - process_time()  # so that starting up counts
    arguments = _arguments()
    if arguments.warm:
        warm()
        return
    document = json.loads(sys.stdin.readline())
    stopped = Event()
    Thread(target=_listen, args=(stopped,), daemon=True).start()
    _say(run(document, arguments, began, stopped))


def run(document: Any, arguments: Namespace, began: float, stopped: Event) -> dict[str, Any]:
    try:
        problem = read_problem(document)
    except InvalidProblem as invalid:
        return {"flaws": [_flaw(flaw) for flaw in invalid.flaws]}
    solution = solve(
        problem,
        seconds=arguments.seconds,
        seed=arguments.seed,
        workers=arguments.workers,
        tell=_tell,
        stop=stopped.is_set,
        began=began,
    )
    return {"schedule": solution.document()}


def _flaw(flaw: Flaw) -> dict[str, Any]:
    return {"pointer": flaw.pointer, "code": flaw.code, "words": flaw.words.filled()}


def _tell(progress: Progress) -> None:
    _say({"progress": progress.document()})


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=False, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def _listen(stopped: Event) -> None:
    sys.stdin.readline()
    stopped.set()


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="planner", description=__doc__)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--warm", action="store_true", help="compile the search, so that the next start is quick")
    return parser.parse_args()


if __name__ == "__main__":
    main()
