"""Rounds need the catalogue: the library is loaded once for each database."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from house import House

from domain.seeding.content import seed_content

CONTENT = Path(__file__).parents[2] / "seed_content" / "catalogue"


@pytest.fixture(scope="session")
def library(app: FastAPI, run: Callable[[Any], Any]) -> None:
    run(seed_content(app.state.database, CONTENT))


@pytest.fixture
def house(house: House, library: None) -> House:
    """A school that can read the catalogue."""
    return house
