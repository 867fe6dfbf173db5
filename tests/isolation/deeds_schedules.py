"""Schedules of conferences."""

from conferences.published import PLANNED, drafted, planning_round
from house import House
from isolation.deed import Deed, of


def draft(house: House) -> str:
    """A draft that can be published: each in a round and at an evening of its own."""
    return drafted(planning_round(house), PLANNED)


SCHEDULES: dict[str, Deed] = {
    "list_conference_schedules": Deed(shows=draft),
    "get_conference_schedule": Deed(of(draft)),
    "publish_schedule": Deed(of(draft), body=lambda _: {"cancelled_reason": "Anna is ziek."}),
}
