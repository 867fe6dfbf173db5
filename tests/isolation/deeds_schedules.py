"""Schedules of conferences."""

from conferences.published import PLANNED, drafted, planning_round, published_round
from house import House
from isolation.deed import Deed, of


def draft(house: House) -> str:
    """A draft that can be published: each in a round and at an evening of its own."""
    return drafted(planning_round(house), PLANNED)


def round_(house: House) -> str:
    return str(planning_round(house).id)


def of_another(house: House) -> str:
    """A draft that is based on another one."""
    rows = planning_round(house)
    return drafted(rows, PLANNED, based_on=drafted(rows, PLANNED))


SCHEDULES: dict[str, Deed] = {
    "list_conference_schedules": Deed(shows=draft),
    "get_conference_schedule": Deed(of(draft)),
    "list_scheduled_talks": Deed(of(draft)),
    "list_left_out_talks": Deed(of(draft)),
    "get_schedule_curve": Deed(of(draft)),
    "compare_schedules": Deed(of(of_another)),
    "publish_schedule": Deed(of(draft), body=lambda _: {"cancelled_reason": "Anna is ziek."}),
    "get_conference_problem": Deed(of(round_)),
    "draft_conference_schedule": Deed(of(round_), body=lambda _: {"seconds": 5}),
    "try_what_if": Deed(of(draft), body=lambda _: {"seconds": 5}),
    "replan_conference_round": Deed(
        lambda house: {"row_id": str(published_round(house).id)},
        body=lambda house: {"absences": [{"staff_id": house.anna}]},
    ),
}
