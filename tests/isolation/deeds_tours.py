"""Tours, and families who are not enrolled yet."""

from typing import Any

from activities.toured import LEAD, at, enrolment, guide, lead, stop, tour
from house import House
from isolation.deed import Deed, Ids, of, plain


def a_tour(house: House) -> str:
    return str(tour(house)["id"])


def a_stop(house: House) -> str:
    return str(stop(house, tour(house))["id"])


def a_guide(house: House) -> str:
    return str(guide(house, tour(house))["id"])


def guided(house: House) -> Ids:
    made = tour(house)
    guide(house, made)
    return made


def a_question(house: House) -> Ids:
    made = tour(house)
    asked = house.anna_client.made(at(made, "questions"), {"words": "Waar is de tuin?"})
    return {"row_id": made["id"], "question_id": asked["id"]}


def an_offer(house: House) -> Ids:
    made, one = guided(house), lead(house)
    house.anna_client.made(f"/v1/leads/{one['id']}/places", {"moment_id": made["morning"], "people": 2})
    return {"row_id": one["id"], "moment_id": made["morning"]}


_LAST: dict[Any, Ids] = {}


def last_tour(house: House) -> Ids:
    """The tour that the body speaks of."""
    _LAST[house.id] = guided(house)
    return {"row_id": _LAST[house.id]["id"]}


def last_stops(house: House) -> Ids:
    _LAST[house.id] = made = tour(house)
    made["stop"] = stop(house, made)["id"]
    return {"row_id": made["id"]}


def last_lead(house: House) -> Ids:
    _LAST[house.id] = guided(house)
    return {"row_id": lead(house)["id"]}


def by_anna(ids: Any, body: Any = None, **more: Any) -> Deed:
    return Deed(ids, body=body, by="anna", **more)


TOURS: dict[str, Deed] = {
    "list_tour_stops": by_anna(of(a_tour)),
    "add_tour_stop": by_anna(of(a_tour), lambda house: {"name": {"nl": "Poort"}, "room_id": house.room}),
    "get_tour_stop": by_anna(of(a_stop)),
    "change_tour_stop": by_anna(of(a_stop), lambda house: {"room_id": house.room}),
    "delete_tour_stop": by_anna(of(a_stop)),
    "order_tour_stops": by_anna(last_stops, lambda house: {"stop_ids": [_LAST[house.id]["stop"]]}),
    "list_tour_guides": by_anna(of(a_tour)),
    "add_tour_guide": by_anna(
        last_tour, lambda house: {"moment_id": _LAST[house.id]["evening"], "student_id": house.student}
    ),
    "get_tour_guide": by_anna(of(a_guide)),
    "change_tour_guide": by_anna(of(a_guide), lambda house: {"staff_id": house.bram}),
    "delete_tour_guide": by_anna(of(a_guide)),
    "list_tour_questions": by_anna(of(a_tour)),
    "ask_on_tour": by_anna(of(a_tour), lambda _: {"words": "Waar is de tuin?"}),
    "hear_tour_question": by_anna(a_question),
    "answer_tour_question": by_anna(a_question, lambda _: {"answer": {"nl": "Achter de refter."}}),
    "get_tour": by_anna(of(a_tour)),
    "print_route_sheet": by_anna(of(a_tour)),
    "print_stop_cards": by_anna(of(a_tour)),
    **plain("lead", "leads", lambda _: LEAD, {"wish": "tour"}, by="anna"),
    "offer_tour": by_anna(last_lead, lambda house: {"moment_id": _LAST[house.id]["morning"], "people": 2}),
    "take_tour": by_anna(an_offer),
    "give_back_tour": by_anna(an_offer, version_at="/v1/leads/{row_id}"),
    "enrol_lead": Deed(of(lambda house: str(lead(house)["id"])), body=enrolment),
}
