"""An activity in a house."""

import pytest
from activities.invited import Invited, invited
from house import House


@pytest.fixture
def cafe(house: House) -> Invited:
    """Four places in the morning."""
    return invited(house)
