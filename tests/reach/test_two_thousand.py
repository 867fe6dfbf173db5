"""As many statements for a school of two thousand families as for one of twenty."""

import pytest
from house import House
from reach.families import settled
from reach.test_reach import AT, statements

PATHS = [AT, f"{AT}?by=home_language", f"{AT}/families", f"{AT}.csv", f"{AT}.xlsx", f"{AT}.svg"]


@pytest.mark.slow
def test_statements_do_not_grow_to_two_thousand(house: House) -> None:
    settled(house, "fr", 20)
    few = {path: statements(house, path) for path in PATHS}
    settled(house, "ar", 1_980)
    assert few == {path: statements(house, path) for path in PATHS}
