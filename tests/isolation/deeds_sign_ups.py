"""Sign-ups for activities, and walk-ins."""

from typing import Any
from uuid import UUID

from activities.invited import Invited, invited
from house import House
from isolation.deed import Deed, Ids, of

_MADE: dict[UUID, Invited] = {}


def cafe(house: House) -> Invited:
    """One activity for each house, that begins now."""
    if house.id not in _MADE:
        _MADE[house.id] = invited(house)
        _MADE[house.id].begins()
    return _MADE[house.id]


def of_cafe(house: House) -> Ids:
    return {"row_id": str(cafe(house).id)}


def of_morning(house: House) -> Ids:
    return {**of_cafe(house), "moment_id": str(cafe(house).morning)}


def coming(house: House) -> Any:
    return {"moment_id": str(cafe(house).evening), "guardian_id": house.sara}


def a_sign_up(house: House) -> str:
    return str(cafe(house).signed("sara")["id"])


def of_sign_ups(house: House) -> Ids:
    a_sign_up(house)
    return of_cafe(house)


def a_walk_in(house: House) -> str:
    made = house.anna_client.made(f"{cafe(house).url}/moments/{cafe(house).morning}/walk-ins", {"adults": 1})
    return str(made["id"])


SIGN_UPS: dict[str, Deed] = {
    "sign_up": Deed(of_cafe, body=coming, by="anna"),
    "list_sign_ups": Deed(of_sign_ups, by="sara"),
    "get_sign_up_totals": Deed(of_cafe, by="anna"),
    "get_sign_up": Deed(of(a_sign_up), by="sara"),
    "change_sign_up": Deed(of(a_sign_up), body=lambda _: {"children": 1}, by="sara"),
    "cancel_sign_up": Deed(of(a_sign_up), by="sara"),
    "say_came": Deed(of(a_sign_up), body=lambda _: {}, by="anna"),
    "count_walk_in": Deed(of_morning, body=lambda _: {"adults": 2, "children": 1}, by="anna"),
    "get_walk_in": Deed(of(a_walk_in), by="anna"),
    "delete_walk_in": Deed(of(a_walk_in), by="anna"),
}
