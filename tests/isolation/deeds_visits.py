"""Visits at home."""

from collections.abc import Callable
from typing import Any

from house import House
from isolation.deed import Deed, Ids
from visits.asked import YES, agreed, asked, done, going, noting, planned, question, to_class, under_way


def the(visit: Callable[[House], dict[str, Any]]) -> Callable[[House], Ids]:
    return lambda house: {"row_id": visit(house)["id"]}


def by_anna(visit: Callable[[House], dict[str, Any]], body: Callable[[House], Any] | None = None) -> Deed:
    return Deed(the(visit), body=body, by="anna")


def a_round(house: House) -> dict[str, Any]:
    return house.admin_client.made("/v1/home-visit-rounds", to_class(house))


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
    "list_home_visit_rounds": Deed(shows=lambda house: str(a_round(house)["id"])),
    "open_home_visit_round": Deed(body=to_class),
    "get_home_visit_round": Deed(the(a_round)),
    "plan_home_visit_day": Deed(the(a_round), query=lambda _: {"date": "2026-12-01"}),
    "get_home_visit_settings": Deed(),
    "change_home_visit_settings": Deed(body=lambda _: {"travel_minutes": 20}),
}
