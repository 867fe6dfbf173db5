"""What the tests of the edge share."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI
from house import Client, operator


@pytest.fixture
def operator_client(app: FastAPI, run: Callable[[Any], Any]) -> Client:
    """The platform operator."""
    return operator(app, run)
