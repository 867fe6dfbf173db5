"""What the tests of isolation share."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI
from house import House, build_house


@pytest.fixture(scope="module")
def other_house(app: FastAPI, run: Callable[[Any], Any]) -> House:
    """One for all: nobody succeeds in doing anything from there."""
    return build_house(app, run)
