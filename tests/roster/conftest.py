"""Bundles to read: small ones that each test may change, and the sample."""

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from fastapi import FastAPI
from house import House, Run
from roster.importing import Office
from roster.small_bundles import ONE_ONE, ONE_TWO, Files, Pack
from working import working

from api.worker import DEEDS
from domain.roster.sample import SAMPLE


@pytest.fixture
def one_one() -> Files:
    return dict(ONE_ONE)


@pytest.fixture
def one_two() -> Files:
    return dict(ONE_TWO)


@pytest.fixture(params=["1.1", "1.2"])
def either(request: pytest.FixtureRequest, one_one: Files, one_two: Files) -> Files:
    """A faultless small bundle, in each version."""
    return one_one if request.param == "1.1" else one_two


@pytest.fixture
def sample_files() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in SAMPLE.glob("*.csv")}


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    def write(files: Mapping[str, str | bytes]) -> Path:
        target = tmp_path / "bundle.zip"
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
            for name, content in files.items():
                bundle.writestr(name, content)
        return target

    return write


@pytest.fixture(scope="module")
def worker(app: FastAPI, run: Run) -> Iterator[None]:
    """Gone before another module starts its own, which would take these jobs."""
    with working(app, run, DEEDS):
        yield


@pytest.fixture
def office(worker: None, house: House) -> Office:
    """The office of a school of this test's own."""
    return Office(house)
