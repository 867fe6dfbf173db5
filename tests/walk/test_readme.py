"""The README's walk, word for word, as a stranger would do it: `samenspraak run` and then its lines in a shell."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 120
RUN = """
import runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv = ["samenspraak", "run"]
runpy.run_module("api", run_name="__main__")
"""
"""As in a terminal: what runs in the background of a shell is told to be deaf to Ctrl-C, and so are its children."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("walk")


@pytest.fixture(scope="module")
def surroundings(folder: Path) -> dict[str, str]:
    """A port of our own, and folders of our own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return os.environ | {"PORT": str(port), "DATA_DIR": str(folder / "data"), "TMPDIR": str(folder)}


@pytest.fixture(scope="module")
def running(surroundings: dict[str, str], folder: Path) -> Iterator[Path]:
    """`samenspraak run`; gives what it prints."""
    printed = folder / "printed"
    with printed.open("w") as out:
        command = [sys.executable, "-c", RUN]
        house = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=out, stderr=out)
    try:
        _until_ready(printed, house)
        yield printed
    finally:
        house.send_signal(signal.SIGINT)
        assert house.wait(60) == 0, printed.read_text()


def _until_ready(printed: Path, house: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while "Ctrl-C stops everything" not in printed.read_text():
        assert house.poll() is None, printed.read_text()
        assert time.monotonic() < deadline, printed.read_text()
        time.sleep(0.2)


def test_the_walk_does_what_it_says(running: Path, surroundings: dict[str, str]) -> None:
    walk = (ROOT / "README.md").read_text().partition("## A walk of five minutes")[2].partition("\n## ")[0]
    lines = "\n".join(re.findall(r"```bash\n(.*?)```", walk, re.DOTALL))
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", lines],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr + running.read_text()
    told = done.stdout.splitlines()
    assert '"status":"succeeded"' in done.stdout
    assert "Entretien constructif" in told
    assert [word for word in told if word in {"proposed", "planned", "running", "draft", "agreed", "completed"}] == [
        "proposed", "planned", "running", "draft", "draft", "draft", "draft", "draft", "agreed", "completed",
    ]  # fmt: skip


def test_it_prints_where_it_is_and_a_token_for_each_role(running: Path, surroundings: dict[str, str]) -> None:
    printed = running.read_text()
    assert f"http://127.0.0.1:{surroundings['PORT']}/docs" in printed
    roles = ("administrator", "teacher", "guardian", "student", "integration_client")
    tokens = [re.search(rf"^{role}\n(\S+)$", printed, re.MULTILINE) for role in roles]
    for token in tokens:
        assert token
        asked = urllib.request.Request(f"http://127.0.0.1:{surroundings['PORT']}/v1/me")
        asked.add_header("Authorization", f"Bearer {token[1]}")
        with urllib.request.urlopen(asked) as answer:
            assert answer.status == 200
