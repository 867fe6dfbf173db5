"""Messages speak of conversations, and so need the library."""

import pytest
from conversations.conftest import library
from house import House

__all__ = ["library"]


@pytest.fixture
def house(house: House, library: None) -> House:
    """A school that can read the catalogue."""
    return house
