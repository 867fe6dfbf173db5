"""Visits at home."""

from collections.abc import Callable
from typing import Any

from house import House
from isolation.deed import Deed, Ids
from visits.asked import YES, agreed, asked, done, going, noting, planned, question, under_way


def the(visit: Callable[[House], dict[str, Any]]) -> Callable[[House], Ids]:
    return lambda house: {"row_id": visit(house)["id"]}


def by_anna(visit: Callable[[House], dict[str, Any]], body: Callable[[House], Any] | None = None) -> Deed:
    return Deed(the(visit), body=body, by="anna")


VISITS: dict[str, Deed] = {
    "list_home_visits": Deed(shows=lambda house: str(asked(house)["id"])),
    "ask_home_visit": Deed(body=question, by="anna"),
    "get_home_visit": by_anna(asked),
    "get_home_visit_address": by_anna(planned),
    "cancel_home_visit": by_anna(asked),
    "answer_home_visit": Deed(the(asked), body=lambda _: YES, by="sara"),
    "withdraw_home_visit": Deed(the(agreed), by="sara"),
    "plan_home_visit": by_anna(agreed, going),
    "check_in_home_visit": by_anna(planned),
    "check_out_home_visit": by_anna(under_way),
    "note_home_visit": by_anna(done, lambda _: noting()),
    "list_home_visits_out": Deed(shows=lambda house: str(under_way(house)["id"])),
    "get_home_visit_settings": Deed(),
    "change_home_visit_settings": Deed(body=lambda _: {"travel_minutes": 20}),
}
