"""Rounds of conferences."""

from collections.abc import Callable
from typing import Any

from conferences.rounds import (
    AFTERNOON_WINDOW,
    EVENING_WINDOW,
    ROUND,
    Round,
    answered,
    draft_round,
    families,
    open_round,
    path,
    requested,
    requests,
    talk,
    third_window,
)
from conferences.stages import over, planning, published
from house import House
from isolation.deed import Deed, Ids, of, plain

FAMILY = "/v1/conference-families/{row_id}"
Body = Callable[[House], Any]


def of_round(make: Callable[[House], Round]) -> Callable[[House], Ids]:
    return of(lambda house: str(make(house)["id"]))


def latest(house: House) -> Round:
    """The round that the ids of this deed are of."""
    found = house.admin_client.get("/v1/conference-rounds", params={"sort": "-created_at", "limit": 1})
    return found.json()["items"][0]  # type: ignore[no-any-return]


def family(house: House, name: str) -> str:
    return str(families(house, latest(house))[name]["id"])


def saras(house: House) -> str:
    return str(families(house, open_round(house))["sara"]["id"])


def a_request(house: House) -> str:
    return str(requests(house, requested(house))[0]["id"])


def asked_along(house: House) -> str:
    """Sara asks Omar along."""
    round_ = answered(house)
    body = talk(house, families(house, round_)["sara"]["id"], with_other_household=True)
    return str(house.sara_client.made(path(round_, "requests"), body)["id"])


def two_families(house: House) -> dict[str, Any]:
    return {"first_family_id": family(house, "sara"), "second_family_id": family(house, "omar")}


def part(kind: str, noun: str, body: Body, patch: Any, make: Callable[[House], Round] = draft_round) -> dict[str, Deed]:
    """The five deeds of a part of a round."""

    def row(house: House) -> str:
        round_ = make(house)
        return str(house.admin_client.made(path(round_, kind), body(house))["id"])

    return {
        f"list_conference_{kind}": Deed(of_round(make)),
        f"add_{noun}": Deed(of_round(make), body=body),
        f"get_{noun}": Deed(of(row)),
        f"change_{noun}": Deed(of(row), body=lambda _: patch),
        f"delete_{noun}": Deed(of(row)),
    }


def anna_in_round(house: House) -> str:
    round_ = open_round(house)
    staff = house.admin_client.get(path(round_, "staff")).json()["items"]
    return next(str(one["id"]) for one in staff if one["staff_id"] == house.anna)


def asks_talk(house: House) -> dict[str, Any]:
    return talk(house, family(house, "sara"), need="must")


ROUNDS: dict[str, Deed] = {
    **plain("conference_round", "conference-rounds", lambda _: ROUND, {"talk_minutes": 15}),
    **part("sessions", "conference_session", lambda _: third_window(), third_window(hours=2)),
    **part("locations", "conference_location", lambda _: {"name": "Campus Zuid"}, {"name": "Campus Noord"}),
    **part("rooms", "conference_room", lambda house: {"room_id": house.room}, {"talks_at_once": 4}),
    **part("staff", "conference_staff_member", lambda house: {"staff_id": house.anna}, {"longest_run_minutes": 60}),
    **part(
        "interpreters",
        "conference_interpreter",
        lambda house: {"interpreter_id": house.interpreter, "available": [AFTERNOON_WINDOW]},
        {"available": [EVENING_WINDOW]},
    ),
    **part("separations", "conference_separation", two_families, {"minutes": 45}, open_round),
    "open_conference_round": Deed(of_round(draft_round)),
    "plan_conference_round": Deed(of_round(open_round)),
    "reopen_conference_round": Deed(of_round(planning)),
    "start_conference_round": Deed(of_round(published)),
    "close_conference_round": Deed(of_round(over)),
    "cancel_conference_round": Deed(of_round(draft_round)),
    "say_student_consent": Deed(
        of_round(open_round), body=lambda house: {"student_id": house.student, "agreed": True}, by="student"
    ),
    "add_class_staff_to_round": Deed(of_round(draft_round), body=lambda house: {"class_ids": [house.first_class]}),
    "say_staff_availability": Deed(
        of(anna_in_round),
        body=lambda _: {"available": [EVENING_WINDOW]},
        by="anna",
        version_at="/v1/conference-staff/{row_id}",
    ),
    "list_conference_families": Deed(shows=saras, by="sara"),
    "get_conference_family": Deed(of(saras), by="sara"),
    "add_conference_families": Deed(of_round(draft_round), body=lambda house: {"class_ids": [house.first_class]}),
    "invite_conference_families": Deed(of_round(open_round), body=lambda _: {}),
    "say_family_availability": Deed(
        of(saras), body=lambda _: {"available": [EVENING_WINDOW]}, by="sara", version_at=FAMILY
    ),
    "note_family_attempt": Deed(of(saras), body=lambda _: {"channel": "phone"}, by="anna"),
    "offer_family_alternative": Deed(of(saras), body=lambda _: {"alternative": "phone"}, by="anna"),
    "make_availability_link": Deed(of(saras), body=lambda _: {"valid_days": 3}, by="anna"),
    "list_talk_requests": Deed(shows=a_request),
    "request_talk": Deed(of_round(open_round), body=asks_talk, by="anna"),
    "get_talk_request": Deed(of(a_request)),
    "request_class_talks": Deed(
        of_round(open_round),
        body=lambda house: {"class_id": house.first_class, "staff_ids": [house.anna]},
        by="anna",
    ),
    "change_talk_request": Deed(of(a_request), body=lambda _: {"rank": 2}),
    "withdraw_talk_request": Deed(of(a_request)),
    "agree_talk_request": Deed(of(asked_along), by="omar"),
}
