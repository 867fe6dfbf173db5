"""How far the school came with a family."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reach.models.words import ContactKind, Reached, Since
from domain.reach.rules.groups import Family, reached, since

ORDER = list(Reached)
kinds = st.frozensets(st.sampled_from([str(kind) for kind in ContactKind]))


@given(kinds, st.sampled_from(ContactKind), st.booleans(), st.booleans())
def test_a_contact_never_makes_a_family_less_reached(
    met: frozenset[str], kind: ContactKind, invited: bool, answered: bool
) -> None:
    before = Family(uuid4(), "primary", "ar", met=met, invited=invited, answered=answered)
    after = Family(uuid4(), "primary", "ar", met=met | {str(kind)}, invited=invited, answered=answered)
    assert ORDER.index(reached(after)) <= ORDER.index(reached(before))
    assert reached(after) == Reached.SPOKEN_WITH


@pytest.mark.parametrize(("days", "told"), [(0, Since.MONTH), (60, Since.TERM), (200, Since.YEAR), (800, Since.LONGER)])
def test_how_long_ago(days: int, told: Since) -> None:
    day = date(2026, 11, 24)
    assert since(Family(uuid4(), "primary", "ar", last_met_on=day - timedelta(days=days)), day) == told
