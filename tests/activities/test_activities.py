"""An activity: written down, prepared, invited to; and who sees what of it."""

from typing import Any

import pytest
from activities.made import (
    ESSENTIALS,
    IDEA,
    at,
    begun,
    do,
    held,
    hours,
    idea,
    invited,
    moment,
    pointed,
    preparing,
    refused,
)
from house import House

ALL_MISSING = [
    ("/goal", "goal_missing"),
    ("/for_whom", "for_whom_missing"),
    ("/parents_asked", "parents_not_asked"),
    ("/forms", "form_missing"),
    ("/moments", "date_missing"),
    ("/moments", "place_missing"),
    ("/languages", "languages_missing"),
]


def seen_by(house: House, *names: str, activity: dict[str, Any]) -> list[str]:
    """Who of these finds it, both by itself and in the list."""
    found = []
    for name in names:
        client = getattr(house, f"{name}_client")
        listed = activity["id"] in {one["id"] for one in client.get("/v1/activities").json()["items"]}
        assert (client.get(at(activity)).status_code == 200) is listed, name
        found += [name] if listed else []
    return found


# its life


def test_an_activity_goes_from_idea_to_held(house: House) -> None:
    activity = idea(house)
    assert (activity["status"], activity["created_by_id"], activity["moments"]) == ("idea", house.anna, [])
    etag = house.anna_client.get(at(activity)).headers["etag"]
    house.anna_client.patch(at(activity), ESSENTIALS, etag=etag)
    assert refused(house.anna_client.patch(at(activity), {"is_free": True}, etag=etag)) == (412, "stale")
    moment(house, activity, -30 * 24)
    assert do(house.anna_client, activity, "prepare")["status"] == "preparing"
    assert do(house.anna_client, activity, "invite")["invited_at"]
    assert do(house.anna_client, activity, "hold")["held_at"]
    told = [one["type"] for one in house.heard() if one["resource"] == "activities"]
    assert told == [
        f"activity.{deed}" for deed in ("created", "changed", "moment_changed", "prepared", "invited", "held")
    ]


@pytest.mark.parametrize(
    ("make", "possible"), [(idea, "prepare cancel"), (preparing, "invite cancel"), (invited, "hold cancel"), (held, "")]
)
def test_what_is_possible_when(house: House, make: Any, possible: str) -> None:
    for verb in {"prepare", "invite", "hold", "cancel"} - set(possible.split()):
        assert refused(house.anna_client.post(at(make(house), verb))) == (409, "wrong_state"), verb


def test_what_was_held_or_called_off_stays_as_it_is(house: House) -> None:
    over, off = held(house), do(house.anna_client, idea(house), "cancel")
    for activity in (over, off):
        assert refused(house.anna_client.patch(at(activity), {"is_free": True})) == (409, "wrong_state")
        assert refused(house.anna_client.post(at(activity, "moments"), hours(3))) == (409, "wrong_state")
    assert refused(house.anna_client.post(at(off, "checklist"), {})) == (409, "wrong_state")


def test_lists_are_filtered_and_turned_page_by_page(house: House) -> None:
    ids = [idea(house)["id"], idea(house, kind="market", levels=["nursery"])["id"], invited(house)["id"]]

    def found(query: str) -> list[int]:
        items = house.anna_client.get(f"/v1/activities?{query}").json()["items"]
        return [ids.index(one["id"]) for one in items]

    assert found("status=invited") == [2]
    assert found("kind=market") == [1]
    assert found("level=primary") == [0, 2]
    assert found("sort=-created_at&limit=2") == [2, 1]
    page = house.anna_client.get("/v1/activities?limit=2").json()
    assert found(f"limit=2&cursor={page['next_cursor']}") == [2]


def test_a_class_of_another_school_is_no_class(house: House) -> None:
    strange = IDEA | {"class_ids": [house.first_class, house.student]}
    answer = house.anna_client.post("/v1/activities", strange)
    assert (answer.status_code, pointed(answer)) == (422, [("/class_ids/1", "unknown_reference")])


# the essentials of rule R34


def test_nobody_is_invited_before_the_essentials_are_there(house: House) -> None:
    activity = do(house.anna_client, idea(house), "prepare")
    answer = house.anna_client.post(at(activity, "invite"))
    assert refused(answer) == (422, "not_ready")
    assert pointed(answer) == ALL_MISSING


@pytest.mark.parametrize(
    ("without", "missing"),
    [
        ({"goal": None}, ("/goal", "goal_missing")),
        ({"for_whom": None}, ("/for_whom", "for_whom_missing")),
        ({"parents_asked": 0}, ("/parents_asked", "parents_not_asked")),
        ({"forms": []}, ("/forms", "form_missing")),
        ({"forms": ["lecture"]}, ("/forms", "only_a_lecture")),
        ({"languages": []}, ("/languages", "languages_missing")),
    ],
)
def test_each_essential_counts_before_and_after_the_invitation(
    house: House, without: dict[str, Any], missing: tuple[str, str]
) -> None:
    answer = house.anna_client.post(at(preparing(house, **without), "invite"))
    assert (answer.status_code, pointed(answer)) == (422, [missing])
    answer = house.anna_client.patch(at(invited(house)), without)
    assert (answer.status_code, pointed(answer)) == (422, [missing])


def test_every_moment_has_a_place_and_one_stays(house: House) -> None:
    activity = preparing(house)
    nowhere = house.anna_client.made(at(activity, "moments"), hours(24))
    answer = house.anna_client.post(at(activity, "invite"))
    assert pointed(answer) == [("/moments/1/place", "place_missing")]
    house.anna_client.patch(f"/v1/activity-moments/{nowhere['id']}", {"room_id": house.room})
    first, second = do(house.anna_client, activity, "invite")["moments"]
    assert house.anna_client.delete(f"/v1/activity-moments/{first['id']}").status_code == 204
    answer = house.anna_client.delete(f"/v1/activity-moments/{second['id']}")
    assert pointed(answer) == [("/moments", "date_missing"), ("/moments", "place_missing")]


def test_a_lecture_may_be_a_part_of_it(house: House) -> None:
    assert invited(house, forms=["lecture", "exchange"])["status"] == "invited"


@pytest.mark.parametrize(
    ("kind", "first"), [("workshop", "parent-activity.why-in-one-sentence"), ("tour", "school-tour.know-your-goal")]
)
def test_what_is_missing_comes_with_points_that_help(house: House, kind: str, first: str) -> None:
    activity = idea(house, kind=kind)
    said = house.anna_client.get(at(activity, "readiness"), headers={"Accept-Language": "fr"}).json()
    assert (said["is_ready"], [(one["pointer"], one["code"]) for one in said["missing"]]) == (False, ALL_MISSING)
    assert said["missing"][0]["points"][0]["key"] == first
    assert said["missing"][0]["detail"].startswith("Dites en une phrase")
    assert all(one["points"] for one in said["missing"]), "each has a point of the catalogue that helps"
    assert house.anna_client.get(at(preparing(house, kind=kind), "readiness")).json()["is_ready"]


def test_advice_stops_nothing(house: House) -> None:
    day = hours()["starts_at"][:10]
    house.admin_client.made(
        "/v1/calendar-periods",
        {"name": {"nl": "Rapporten"}, "kind": "busy", "starts_on": day, "ends_on": hours(24)["starts_at"][:10]},
    )
    activity = preparing(house)
    advice = {one["code"] for one in house.anna_client.get(at(activity, "readiness")).json()["advice"]}
    assert {"busy_period", "one_part_of_the_day"} <= advice
    moment(house, activity, -6)
    advice = {one["code"] for one in house.anna_client.get(at(activity, "readiness")).json()["advice"]}
    assert "one_part_of_the_day" not in advice
    assert do(house.anna_client, activity, "invite")["status"] == "invited"


# who sees what


def test_families_see_it_from_the_invitation_on(house: House) -> None:
    activity = preparing(house)
    everybody = ("anna", "bram", "sara", "omar", "student", "other_guardian", "grandmother", "system")
    assert seen_by(house, *everybody, activity=activity) == ["anna", "bram", "system"]
    do(house.anna_client, activity, "invite")
    assert seen_by(house, *everybody, activity=activity) == [one for one in everybody if one != "grandmother"]
    do(house.anna_client, activity, "cancel")
    assert seen_by(house, "sara", "omar", activity=activity) == ["sara", "omar"]
    never_told = do(house.anna_client, preparing(house), "cancel")
    assert seen_by(house, "anna", "sara", activity=never_told) == ["anna"]


@pytest.mark.parametrize(
    ("for_whom", "who"),
    [
        ({"levels": ["primary"]}, ["sara", "student", "other_guardian"]),
        ({"levels": ["nursery"]}, []),
        ({"class_ids": ["first_class"]}, ["sara", "student"]),
        ({"levels": ["nursery"], "class_ids": ["first_class"]}, []),
    ],
)
def test_families_see_what_is_for_their_children(house: House, for_whom: dict[str, Any], who: list[str]) -> None:
    named = {name: [getattr(house, one) if "class" in name else one for one in ids] for name, ids in for_whom.items()}
    activity = invited(house, **named)
    assert seen_by(house, "sara", "student", "other_guardian", activity=activity) == who


def test_what_it_costs_and_how_many_were_asked_is_the_teams(house: House) -> None:
    activity = invited(house, budget_cents=12_000)
    for client, seen in ((house.bram_client, [12_000, 3]), (house.sara_client, [None, None])):
        [listed] = client.get("/v1/activities").json()["items"]
        for document in (listed, client.get(at(activity)).json()):
            assert [document["budget_cents"], document["parents_asked"]] == seen


def test_nothing_took_place_before_it_began(house: House) -> None:
    activity = invited(house)
    moment(house, activity, 48)
    assert refused(house.anna_client.post(at(activity, "hold"))) == (409, "activity_not_begun")
    begun(house, activity)
    assert do(house.anna_client, activity, "hold")["status"] == "held", "its first moment was"
