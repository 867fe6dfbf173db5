"""The library over HTTP, read once: these tests change nothing."""

from typing import Any

import pytest
from fastapi import FastAPI
from house import Client, Run, build_house
from library import everything

LISTS = (
    "meeting-types",
    "questions",
    "checklists",
    "tips",
    "materials",
    "development-domains",
    "scales",
    "sources",
)


@pytest.fixture(scope="session")
def reader(app: FastAPI, run: Run) -> Client:
    return build_house(app, run).anna_client  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def library(reader: Client) -> dict[str, list[dict[str, Any]]]:
    """Every list, and the mind map as a list of one."""
    mind_map = reader.get("/v1/activity-mind-map?lang=all").json()
    return {path: everything(reader, path) for path in LISTS} | {"activity-mind-map": [mind_map]}
