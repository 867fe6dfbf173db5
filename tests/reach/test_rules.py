"""How far the school came, and what it can try next."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reach.models.words import ContactKind, Reached, Since, Step
from domain.reach.rules.groups import Family, reached, since
from domain.reach.rules.next_step import REASONS, Tried, next_step

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


@pytest.mark.parametrize(
    ("tried", "step"),
    [
        (Tried(Reached.NEVER_INVITED), Step.INVITE),
        (Tried(Reached.INVITED_NOT_MET, frozenset({"email"})), Step.KEEP_APPOINTMENT),
        (Tried(Reached.NEVER_ANSWERED, frozenset({"email"}), has_phone=True), Step.PHONE),
        (Tried(Reached.NEVER_ANSWERED, frozenset({"email"})), Step.AT_THE_GATE),
        (Tried(Reached.NEVER_ANSWERED, frozenset({"talk"}), speaks_other_language=True), Step.BRIDGE_WORKER),
        (Tried(Reached.NEVER_ANSWERED, frozenset({"talk"})), Step.ANOTHER_MOMENT),
        (Tried(Reached.NEVER_ANSWERED, frozenset({"talk", "another_day"})), Step.HOME_VISIT),
        (Tried(Reached.NEVER_ANSWERED, frozenset({"talk", "another_day", "home_visit"})), Step.AT_THE_GATE),
    ],
)
def test_the_next_step_is_the_first_that_was_not_tried(tried: Tried, step: Step) -> None:
    assert next_step(tried) == (step, REASONS[step])
