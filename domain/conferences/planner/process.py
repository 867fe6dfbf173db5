"""The planner as a process of its own: fed a problem, followed while it plans, told to stop, and never left behind.

Nothing of its engines is loaded here, so that an API, a worker or a command line stays light, and a planner that takes
too much memory or breaks takes nothing with it.
"""

import asyncio
import json
import os
import resource
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple

from domain.conferences.planner.remains import remains
from domain.kernel.breakdown import Breakdown

PLANNER = (sys.executable, "-P", "-m", "domain.conferences.planner")
MEMORY = 3 << 30
"""Bytes of data that the planner may ask of the system; what it really uses is half of it."""
GRACE = 30.0
"""Seconds after its budget, or after it was told to stop, when the planner is ended by force."""
LONGEST_LINE = 256 << 20

_KNOWN = ("PATH", "HOME", "LANG", "TMPDIR", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "NUMBA_CACHE_DIR", "PYTHONPATH")
"""What the planner gets of our environment: where the database is, and its password, are not for it."""


class PlannerBroke(Breakdown):
    """The planner ended without a schedule; says how, never with what problem."""


class ProblemRefused(Exception):  # not a breakdown: the problem is to be mended
    """The planner cannot read the problem. `flaws` say where: each a pointer, a code and words."""

    def __init__(self, flaws: list[dict[str, Any]]) -> None:
        super().__init__("the problem has flaws")
        self.flaws = flaws


class Budget(NamedTuple):
    """How long the planner may take, from start to end; the seed of its chances; and how many cores it may use."""

    seconds: float = 30
    seed: int = 1
    workers: int = 1


class Planning:
    """A planner at work. Go through it for its progress; afterwards `schedule` is there."""

    def __init__(self, process: asyncio.subprocess.Process, seconds: float, said: IO[bytes]) -> None:
        self.schedule: dict[str, Any] = {}
        self._process, self._said = process, said
        self._deadline = _now() + seconds + GRACE

    def stop(self) -> None:
        """Ask for the best so far; once is enough."""
        self._deadline = min(self._deadline, _now() + GRACE)
        self._feed(b"stop\n")

    async def __aiter__(self) -> AsyncIterator[dict[str, Any]]:
        """What the planner tells while it plans (see `planner/__main__.py`), until it has ended.

        Raises:
            ProblemRefused: when the problem has flaws.
            PlannerBroke: when it ends without a schedule, or does not end in time.
        """
        while not self.schedule:
            told = await self._told()
            if "flaws" in told:
                raise ProblemRefused(told["flaws"])
            self.schedule = told.get("schedule", {})
            if "progress" in told:
                yield told["progress"]

    async def _told(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        try:
            async with asyncio.timeout_at(self._deadline):
                line = await self._process.stdout.readline()
                if not line:
                    raise PlannerBroke(f"it ended with {await self._process.wait()}; {remains(self._said)}")
            return dict(json.loads(line))
        except TimeoutError:
            raise PlannerBroke("it did not end in time") from None
        except (ValueError, TypeError):
            raise PlannerBroke("it said what nobody understands") from None

    def _feed(self, line: bytes) -> None:
        """Without waiting: what the pipe does not take yet is kept, and a planner that ended needs nothing."""
        if self._process.stdin is not None and not self._process.stdin.is_closing():
            self._process.stdin.write(line)


@asynccontextmanager
async def planning(document: str, budget: Budget, command: tuple[str, ...] = PLANNER) -> AsyncIterator[Planning]:
    """A planner at work on this problem (one line of JSON). It has ended when the block ends, however that ends."""
    options = [f"--{name}={value}" for name, value in budget._asdict().items()]
    with TemporaryFile() as said:
        process = await asyncio.create_subprocess_exec(
            *command,
            *options,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=said,
            limit=LONGEST_LINE,
            env={name: os.environ[name] for name in _KNOWN if name in os.environ},
            start_new_session=True,  # Ctrl-C is for us; the planner is asked in its own words
        )
        try:
            _limit(process.pid)
            run = Planning(process, budget.seconds, said)
            run._feed(document.encode() + b"\n")  # noqa: SLF001 - its own module
            yield run
        finally:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


def _limit(pid: int) -> None:
    """So much memory and no more (Linux only)."""
    if sys.platform == "linux":
        with suppress(ProcessLookupError):
            resource.prlimit(pid, resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _now() -> float:
    return asyncio.get_running_loop().time()
