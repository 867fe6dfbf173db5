"""The life of a conversation."""

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.conversations.facts import Status
from domain.conversations.rules import Deed, can_go

ALLOWED = {
    (None, "propose"),
    ("proposed", "propose"),
    ("proposed", "accept"),
    ("proposed", "reschedule"),
    ("proposed", "cancel"),
    ("planned", "reschedule"),
    ("planned", "cancel"),
    ("planned", "start"),
    ("planned", "no_show"),
    ("running", "complete"),
}
LEADS_TO = {
    Deed.PROPOSE: Status.PROPOSED,
    Deed.ACCEPT: Status.PLANNED,
    Deed.RESCHEDULE: Status.PROPOSED,
    Deed.CANCEL: Status.CANCELLED,
    Deed.START: Status.RUNNING,
    Deed.COMPLETE: Status.COMPLETED,
    Deed.NO_SHOW: Status.NO_SHOW,
}


def test_the_table_is_this_one() -> None:
    states = (None, *Status)
    assert {(status, deed) for status in states for deed in Deed if can_go(status, deed)} == ALLOWED


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(Deed), max_size=30))
def test_whatever_is_tried_a_talk_is_held_only_after_a_yes_and_ends_once(deeds: list[Deed]) -> None:
    status: Status | None = None
    done: list[Deed] = []
    for deed in deeds:
        if can_go(status, deed):
            done.append(deed)
            status = LEADS_TO[deed]
    ends = [deed for deed in done if deed in {Deed.CANCEL, Deed.COMPLETE, Deed.NO_SHOW}]
    assert ends in ([], done[-1:])
    assert done[:1] in ([], [Deed.PROPOSE])
    if Deed.START in done:
        assert Deed.ACCEPT in done[: done.index(Deed.START)]
