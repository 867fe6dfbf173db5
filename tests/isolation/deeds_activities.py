"""Activities: their life, their moments, who helps, what is ticked."""

from collections.abc import Callable
from typing import Any

from activities.made import IDEA, at, begun, hours, idea, invited, moment, preparing
from house import House
from isolation.deed import Deed, Ids, of

TOLD: dict[str, Any] = {"phase": "after", "text": {"nl": "Stuur de foto's naar de buurtkrant."}}


def an_idea(house: House) -> str:
    return str(idea(house)["id"])


def prepared(house: House) -> str:
    return str(preparing(house)["id"])


def told(house: House) -> str:
    return str(invited(house)["id"])


def under_way(house: House) -> str:
    return str(begun(house, invited(house))["id"])


def a_moment(house: House) -> str:
    return str(moment(house, idea(house))["id"])


def kept(what: str, body: Callable[[House], Any]) -> Callable[[House], str]:
    """Makes something that is kept with an activity."""
    return lambda house: str(house.anna_client.made(at(idea(house), what), body(house))["id"])


def anna(house: House) -> Any:
    return {"role": "welcome", "staff_id": house.anna}


def by_anna(ids: Callable[[House], Ids], body: Callable[[House], Any] | None = None) -> Deed:
    return Deed(ids, body=body, by="anna")


a_helper = kept("helpers", anna)
a_point = kept("checklist-points", lambda _: TOLD)

ACTIVITIES: dict[str, Deed] = {
    "list_activities": Deed(shows=an_idea),
    "create_activity": Deed(body=lambda house: IDEA | {"class_ids": [house.first_class]}, by="anna"),
    "get_activity": by_anna(of(an_idea)),
    "change_activity": by_anna(of(an_idea), lambda house: {"class_ids": [house.first_class]}),
    "get_activity_readiness": by_anna(of(an_idea)),
    "ask_about_activity": by_anna(of(an_idea)),
    "prepare_activity": by_anna(of(an_idea)),
    "invite_to_activity": by_anna(of(prepared)),
    "hold_activity": by_anna(of(under_way)),
    "cancel_activity": by_anna(of(told)),
    "add_activity_moment": by_anna(of(an_idea), lambda house: hours() | {"interpreter_ids": [house.interpreter]}),
    "get_activity_moment": by_anna(of(a_moment)),
    "change_activity_moment": by_anna(of(a_moment), lambda house: {"room_id": house.room}),
    "delete_activity_moment": by_anna(of(a_moment)),
    "add_activity_helper": by_anna(of(an_idea), anna),
    "get_activity_helper": by_anna(of(a_helper)),
    "change_activity_helper": by_anna(of(a_helper), lambda _: {"role": "food"}),
    "delete_activity_helper": by_anna(of(a_helper)),
    "get_activity_checklist": by_anna(of(an_idea)),
    "copy_activity_checklist": by_anna(of(an_idea), lambda _: {"variant": "blank"}),
    "create_activity_checklist_point": by_anna(of(an_idea), lambda _: TOLD),
    "get_activity_checklist_point": by_anna(of(a_point)),
    "tick_activity_checklist_point": by_anna(of(a_point), lambda _: {"is_ticked": True}),
    "get_activity_mind_map_in_use": by_anna(of(an_idea)),
    "get_activity_mind_map_in_use_picture": by_anna(of(an_idea)),
}
