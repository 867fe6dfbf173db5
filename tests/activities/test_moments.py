"""Moments of an activity hold their room, their interpreters and who helps; nobody is in two places (R16)."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from activities.made import at, do, hours, idea, invited, moment, pointed, refused
from conversations.talks import proposed, with_one
from house import Client, House


def url(one: dict[str, Any]) -> str:
    return f"/v1/activity-moments/{one['id']}"


def taken(answer: Any) -> list[str]:
    assert refused(answer) == (409, "double_booking")
    return [code for _, code in pointed(answer)]


def can_talk(house: House) -> bool:
    """A conversation in the usual room, by Anna with Sara, at the usual time."""
    return bool(house.anna_client.post("/v1/conversations", with_one(house)).is_success)


def help_of(client: Client, activity: dict[str, Any], **fields: Any) -> Any:
    return client.post(at(activity, "helpers"), {"role": "welcome"} | fields)


def test_a_moment_goes_out_in_local_time_too(house: House) -> None:
    activity = idea(house)
    made = moment(house, activity, capacity=30)
    starts_at = datetime.fromisoformat(made["starts_at"]).astimezone(ZoneInfo("Europe/Brussels"))
    assert made["local_start"] == starts_at.replace(tzinfo=None).isoformat()
    read = house.anna_client.get(at(activity)).json()
    assert (read["moments"], read["time_zone"]) == ([made], "Europe/Brussels")
    assert house.anna_client.get(url(made)).json() == made
    assert house.sara_client.get(url(made)).status_code == 404, "not invited yet"


@pytest.mark.parametrize(
    ("wrong", "finding"),
    [
        (hours(lasting=-1), ("/ends_at", "ends_before_start")),
        (hours(lasting=12.1), ("/ends_at", "moment_too_long")),
        ({"interpreter_ids": ["room"]}, ("/interpreter_ids/0", "unknown_reference")),
        ({"room_id": "interpreter"}, ("/room_id", "unknown_reference")),
    ],
)
def test_what_is_no_moment(house: House, wrong: dict[str, Any], finding: tuple[str, str]) -> None:
    known = {"room": house.room, "interpreter": house.interpreter}
    body = {
        name: [known[one] for one in said] if isinstance(said, list) else known.get(said, said)
        for name, said in wrong.items()
    }
    answer = house.anna_client.post(at(idea(house), "moments"), hours() | body)
    assert (answer.status_code, pointed(answer)) == (422, [finding])


def test_a_room_and_an_interpreter_are_held_for_it(house: House) -> None:
    proposed(house.anna_client, with_one(house))
    activity = idea(house)
    beside = hours() | {"room_id": house.room, "interpreter_ids": [house.interpreter]}
    assert taken(house.anna_client.post(at(activity, "moments"), beside)) == ["room_taken"]
    moment(house, activity, 2, room_id=house.room, interpreter_ids=[house.interpreter])
    again = hours(2.5) | {"room_id": house.room, "interpreter_ids": [house.interpreter]}
    assert taken(house.anna_client.post(at(idea(house), "moments"), again)) == ["interpreter_taken", "room_taken"]


def test_a_moved_moment_holds_its_new_time_or_all_stays(house: House) -> None:
    one = moment(house, idea(house), 3, room_id=house.room)
    other = moment(house, idea(house), room_id=house.room)
    assert taken(house.anna_client.patch(url(other), hours(3))) == ["room_taken"]
    assert not can_talk(house), "its own time is still held"
    assert house.anna_client.patch(url(other), hours(2)).is_success
    assert can_talk(house)
    assert house.anna_client.patch(url(one), hours(3.5)).is_success, "its own cells are no obstacle"


@pytest.mark.parametrize("how", ["cancel", "drop"])
def test_what_is_called_off_or_dropped_is_free_again(house: House, how: str) -> None:
    activity = idea(house)
    made = moment(house, activity, room_id=house.room)
    for person in ({"staff_id": house.anna}, {"guardian_id": house.sara}):
        assert help_of(house.anna_client, activity, **person).is_success
    assert not can_talk(house)
    if how == "cancel":
        do(house.anna_client, activity, "cancel")
    else:
        house.anna_client.delete(url(made))
    assert can_talk(house)


# who helps


def test_who_helps_is_held_at_one_moment_or_at_all(house: House) -> None:
    activity = idea(house)
    moment(house, activity)
    later = moment(house, activity, 2)
    line = help_of(house.anna_client, activity, staff_id=house.anna, moment_id=later["id"]).json()
    assert can_talk(house), "only the later moment is hers"
    busy = help_of(house.anna_client, activity, guardian_id=house.sara)
    assert taken(busy) == ["household_taken"], "at all of them, of which one is when she talks"
    elsewhere = idea(house)
    moment(house, elsewhere, 2)
    assert taken(help_of(house.anna_client, elsewhere, staff_id=house.anna)) == ["teacher_taken"]
    assert house.anna_client.delete(f"/v1/activity-helpers/{line['id']}").status_code == 204
    assert help_of(house.anna_client, elsewhere, staff_id=house.anna).is_success


def test_who_helps_at_all_moments_is_held_for_a_new_one(house: House) -> None:
    activity, elsewhere = idea(house), idea(house)
    moment(house, elsewhere)
    for one in (activity, elsewhere):
        assert help_of(house.anna_client, one, staff_id=house.bram).is_success
    beside = house.anna_client.post(at(activity, "moments"), hours(0.5))
    assert taken(beside) == ["teacher_taken"]


def test_families_who_help_see_their_own_line_only(house: House) -> None:
    activity = invited(house)
    lines = {
        "sara": help_of(house.anna_client, activity, guardian_id=house.sara).json(),
        "student": help_of(house.anna_client, activity, student_id=house.student, role="guide").json(),
        "": help_of(house.anna_client, activity, name="Bibliotheek De Boekerij", outsider="partner").json(),
    }
    assert (lines["sara"]["given_name"], lines[""]["given_name"]) == ("Sara", None)
    for name in ("sara", "omar", "student"):
        client = getattr(house, f"{name}_client")
        mine = [line for whose, line in lines.items() if whose == name]
        assert client.get(at(activity)).json()["helpers"] == mine
        for whose, line in lines.items():
            seen = client.get(f"/v1/activity-helpers/{line['id']}").status_code
            assert seen == (200 if whose == name else 404)
    assert house.bram_client.get(at(activity)).json()["helpers"] == list(lines.values())


def test_who_helps_sees_the_activity_whatever_the_class(house: House) -> None:
    activity = invited(house, class_ids=[house.second_class])
    assert house.sara_client.get(at(activity)).status_code == 404
    help_of(house.admin_client, activity, guardian_id=house.sara, role="story")
    assert house.sara_client.get(at(activity)).status_code == 200


def test_who_may_not_help_with_what(house: House) -> None:
    activity = idea(house)
    child = help_of(house.anna_client, activity, role="language", student_id=house.student)
    assert (refused(child), pointed(child)) == ((422, "rule_broken"), [("/role", "child_interprets")])
    strange = help_of(house.anna_client, activity, guardian_id=house.other_guardian)
    assert pointed(strange) == [("/guardian_id", "unknown_reference")], "of a student she does not teach"
    elsewhere = moment(house, idea(house))
    answer = help_of(house.anna_client, activity, staff_id=house.anna, moment_id=elsewhere["id"])
    assert pointed(answer) == [("/moment_id", "unknown_reference")]
    for nobody in ({}, {"staff_id": house.anna, "name": "Anna"}, {"name": "Anna"}):
        assert help_of(house.anna_client, activity, **nobody).status_code == 422


def test_somebody_helps_with_something_else(house: House) -> None:
    activity = idea(house)
    line = help_of(house.anna_client, activity, student_id=house.student).json()
    here = f"/v1/activity-helpers/{line['id']}"
    assert house.anna_client.patch(here, {"role": "food"}).json()["role"] == "food"
    assert pointed(house.anna_client.patch(here, {"role": "language"})) == [("/role", "child_interprets")]
    assert house.anna_client.patch(here, {"student_id": None, "staff_id": house.anna}).status_code == 422
