"""Rounds of conferences in a house, by how far they are."""

import pytest
from conferences.rounds import Round, draft_round, open_round, requested
from house import House


@pytest.fixture
def draft(house: House) -> Round:
    return draft_round(house)


@pytest.fixture
def opened(house: House) -> Round:
    return open_round(house)


@pytest.fixture
def asked(house: House) -> Round:
    """All families answered, and three talks are asked for."""
    return requested(house)
