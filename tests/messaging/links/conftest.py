"""What the tests of links share."""

import pytest
from conferences.rounds import Round, open_round
from conversations.talks import Talk, at, proposed, with_both
from house import House


@pytest.fixture
def talk(house: House) -> Talk:
    """Offered to both parents, at two times."""
    return proposed(house.anna_client, with_both(house, other_times=[at(60)]))


@pytest.fixture
def opened(house: House) -> Round:
    return open_round(house)
