"""A tour: its route, its guides and groups, what still misses, and what visitors asked on the way."""

from datetime import UTC, datetime

from activities.made import at as here
from activities.made import hours, moment, preparing
from activities.toured import Made, at, guide, lead, stop, stored, tour
from conferences.bookable import key
from house import House


def codes(house: House, made: Made) -> list[tuple[str, str]]:
    found = house.anna_client.get(at(made, "tour")).json()["findings"]
    return [(one["code"], one["pointer"]) for one in found]


def test_what_still_misses_is_said_and_refuses_nothing(house: House) -> None:
    made = tour(house, capacity=25)
    stop(house, made)
    stop(house, made, doing=None, minutes=60)
    guide(house, made)
    assert codes(house, made) == [
        ("stop_without_deed", "/stops/1/doing"),
        ("route_too_long", "/moments/0"),
        ("route_too_long", "/moments/1"),
        ("too_few_groups", "/moments/0"),
        ("moment_without_guide", "/moments/1"),
        ("guide_not_briefed", "/guides/0"),
        ("no_child_corner", "/has_childcare"),
    ]


def test_a_group_takes_what_its_most_careful_guide_takes(house: House) -> None:
    made = tour(house)
    briefed = datetime.now(UTC).isoformat()
    first = guide(house, made, briefed_at=briefed)
    second = guide(house, made, staff_id=None, student_id=house.student, takes=6)
    read = house.anna_client.get(at(made, "tour")).json()
    (group,) = read["groups"]
    assert (group["takes"], group["guide_ids"]) == (6, [first["id"], second["id"]])
    assert (len(read["die"]), len(set(read["die"]))) == (5, 5)
    refused = house.anna_client.post(
        at(made, "guides"), {"moment_id": made["evening"], "staff_id": house.bram, "takes": 11}
    )
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/takes")


def test_stops_are_walked_in_the_order_that_the_team_gives(house: House) -> None:
    made = tour(house)
    first, second, third = (stop(house, made, name) for name in ("Poort", "Klas", "Refter"))
    wished = [third["id"], first["id"], second["id"]]
    walked = house.anna_client.made(at(made, "stops/order"), {"stop_ids": wished})["items"]
    assert [one["id"] for one in walked] == wished
    for wrong in (wished[:2], [*wished, wished[0]]):
        assert house.anna_client.post(at(made, "stops/order"), {"stop_ids": wrong}).json()["code"] == "not_all_stops"
    assert house.anna_client.delete(f"/v1/tour-stops/{first['id']}").status_code == 204
    assert [one["id"] for one in house.sara_client.get(at(made, "stops")).json()["items"]] == [
        third["id"],
        second["id"],
    ]


def test_a_stop_of_your_own_says_what_there_is_to_do(house: House) -> None:
    body = {"name": {"nl": "Tuin"}, "doing": "own"}
    refused = house.anna_client.post(at(tour(house), "stops"), body)
    assert refused.json()["errors"][0]["code"] == "own_words_missing"


def test_other_activities_have_no_route(house: House) -> None:
    made = tour(house, kind="parents_cafe")
    refused = house.anna_client.post(at(made, "stops"), {"name": {"nl": "Poort"}})
    assert refused.json()["code"] == "not_a_tour"
    assert house.anna_client.get(at(made, "tour")).status_code == 404


def test_nobody_guides_in_two_places(house: House) -> None:
    made, other = tour(house), tour(house)
    first = guide(house, made, staff_id=None, guardian_id=house.sara)
    again = {"moment_id": other["morning"], "guardian_id": house.sara}
    refused = house.anna_client.post(at(other, "guides"), again)
    assert (refused.status_code, refused.json()["code"]) == (409, "double_booking")
    house.anna_client.patch(f"/v1/tour-guides/{first['id']}", {"moment_id": made["evening"]})
    house.anna_client.made(at(other, "guides"), again)
    assert house.anna_client.delete(f"/v1/tour-guides/{first['id']}").status_code == 204
    guide(house, other, "evening", staff_id=None, guardian_id=house.sara)


def test_a_guide_leads_at_a_moment_of_this_tour(house: House) -> None:
    made, other = tour(house), tour(house)
    refused = house.anna_client.post(at(made, "guides"), {"moment_id": other["morning"], "staff_id": house.anna})
    assert refused.json()["errors"][0] | {"detail": ""} == {
        "code": "unknown_reference",
        "pointer": "/moment_id",
        "detail": "",
    }


def test_families_see_no_guide_but_themselves(house: House) -> None:
    made = tour(house)
    guide(house, made)
    own = guide(house, made, "evening", staff_id=None, guardian_id=house.sara)
    assert [one["id"] for one in house.sara_client.get(at(made, "guides")).json()["items"]] == [own["id"]]
    assert house.omar_client.get(at(made, "guides")).json()["items"] == []
    assert house.omar_client.get(f"/v1/tour-guides/{own['id']}").status_code == 404
    assert house.sara_client.get(at(tour(house, status="preparing"), "stops")).status_code == 404


def test_questions_are_kept_without_names_and_read_once_answered(house: House) -> None:
    made = tour(house)
    asked = house.sara_client.made(
        at(made, "questions"), {"words": "Wie eet er warm?", "stop_id": stop(house, made)["id"]}
    )
    assert house.omar_client.get(at(made, "questions")).json()["items"] == []
    one = at(made, "questions", asked["id"])
    assert house.anna_client.made(f"{one}/heard")["heard"] == 2
    house.anna_client.made(f"{one}/answer", {"answer": {"nl": "Wie dat wil, elke dag."}})
    (read,) = house.omar_client.get(at(made, "questions")).json()["items"]
    assert (read["words"], read["answer"], read["heard"]) == ("Wie eet er warm?", "Wie dat wil, elke dag.", 2)
    told = [event for event in house.heard() if event["type"].startswith("tour_question")]
    assert [event["type"] for event in told] == [f"tour_question.{deed}" for deed in ("asked", "heard", "answered")]
    kept = [line for line in stored(house, "events").splitlines() if "tour_question" in line]
    assert len(kept) == 3
    assert all(person not in line for line in kept for person in (house.sara, house.anna))


def test_a_question_of_another_tour_is_not_found(house: House) -> None:
    made, other = tour(house), tour(house)
    asked = house.anna_client.made(at(made, "questions"), {"words": "Mag de hond mee?"})
    assert house.anna_client.post(f"{at(other, 'questions', asked['id'])}/heard").status_code == 404
    refused = house.anna_client.post(at(other, "questions"), {"words": "Waar?", "stop_id": stop(house, made)["id"]})
    assert refused.json()["errors"][0]["pointer"] == "/stop_id"


def test_questions_stay_when_their_stop_goes(house: House) -> None:
    made = tour(house)
    where = stop(house, made)
    house.anna_client.made(at(made, "questions"), {"words": "Waarom hier?", "stop_id": where["id"]})
    assert house.anna_client.delete(f"/v1/tour-stops/{where['id']}").status_code == 204
    assert [one["stop_id"] for one in house.anna_client.get(at(made, "questions")).json()["items"]] == [None]


def test_leads_count_in_the_groups(house: House) -> None:
    made = tour(house)
    guide(house, made, takes=8)
    one, other = lead(house), lead(house)
    place = {"moment_id": made["morning"], "people": 5}
    house.anna_client.made(f"/v1/leads/{one['id']}/places", place)
    taken = house.anna_client.made(f"/v1/leads/{one['id']}/places/{made['morning']}/take")
    assert [(each["is_taken"], each["activity_id"]) for each in taken["places"]] == [(True, made["id"])]
    refused = house.anna_client.post(f"/v1/leads/{other['id']}/places", place | {"is_taken": True})
    assert (refused.status_code, refused.json()["code"]) == (409, "tour_full")
    house.anna_client.made(f"/v1/leads/{other['id']}/places", place)
    assert house.anna_client.get(at(made, "tour")).json()["moments"][0]["taken"] == 5
    back = house.anna_client.delete(f"/v1/leads/{one['id']}/places/{made['morning']}", etag=_etag(house, one["id"]))
    assert back.json()["places"] == []
    house.anna_client.made(f"/v1/leads/{other['id']}/places/{made['morning']}/take")


def test_of_all_who_take_the_last_places_at_once_only_some_get_them(house: House) -> None:
    made = tour(house)
    guide(house, made)
    leads = [lead(house) for _ in range(5)]
    place = {"moment_id": made["morning"], "people": 4, "is_taken": True}
    answers = house.anna_client.together(*(("POST", f"/v1/leads/{one['id']}/places", {"json": place}) for one in leads))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 409, 409, 409]


def _etag(house: House, lead_id: str) -> str:
    return str(house.anna_client.get(f"/v1/leads/{lead_id}").headers["etag"])


def test_a_guide_goes_along_when_the_moment_moves(house: House) -> None:
    walk = preparing(house, kind="tour")
    first = moment(house, walk)
    house.anna_client.made(here(walk, "guides"), {"moment_id": first["id"], "staff_id": house.anna})
    house.anna_client.made(here(walk, "helpers"), {"moment_id": first["id"], "staff_id": house.anna, "role": "welcome"})
    assert house.anna_client.patch(f"/v1/activity-moments/{first['id']}", hours(4)).status_code == 200
    other = preparing(house)
    then, now = moment(house, other), moment(house, other, 4)
    for one, status in ((then, 201), (now, 409)):
        helps = {"moment_id": one["id"], "staff_id": house.anna, "role": "materials"}
        assert house.anna_client.post(here(other, "helpers"), helps).status_code == status


def test_families_that_are_enrolled_and_those_that_are_not_share_the_places(house: House) -> None:
    walk = preparing(house, kind="tour")
    first = moment(house, walk, capacity=3)
    moment(house, walk, 5)
    house.anna_client.made(here(walk, "guides"), {"moment_id": first["id"], "staff_id": house.anna})
    house.anna_client.made(here(walk, "invite"))
    places = f"/v1/leads/{lead(house)['id']}/places"
    house.anna_client.made(places, {"moment_id": first["id"], "people": 3, "is_taken": True})
    waits = house.sara_client.made(here(walk, "sign-ups"), {"moment_id": first["id"]}, headers=key())
    assert waits["state"] == "waiting"
    assert house.anna_client.delete(f"{places}/{first['id']}", etag=etag_of(house, places)).status_code == 200
    assert house.sara_client.get(f"/v1/activity-sign-ups/{waits['id']}").json()["state"] == "signed_up"
    refused = house.anna_client.post(places, {"moment_id": first["id"], "people": 3, "is_taken": True})
    assert (refused.status_code, refused.json()["code"]) == (409, "tour_full")


def etag_of(house: House, places: str) -> str:
    return house.anna_client.get(places.removesuffix("/places")).headers["etag"]  # type: ignore[no-any-return]
