"""The demo school meets without an agenda: activities in each state, a tour, visits at home, contacts."""

from itertools import groupby
from typing import Any

import pytest
from fastapi import FastAPI
from house import Client, Run
from seeding.test_demo import Demo, id_of

from domain.kernel.permissions import Role


@pytest.fixture(scope="module")
def demo(app: FastAPI, run: Run) -> Demo:
    return Demo(app, run)


@pytest.fixture(scope="module")
def office(demo: Demo) -> Client:
    return demo.client(Role.COORDINATOR)


def items(reader: Client, where: str, **asked: Any) -> list[dict[str, Any]]:
    return reader.get(where, params={"limit": 100, **asked}).json()["items"]  # type: ignore[no-any-return]


def activity(key: str, *more: str) -> str:
    return "/".join(("/v1/activities", id_of("activities", key), *more))


def test_activities_are_there_from_the_idea_to_the_smileys(office: Client, demo: Demo) -> None:
    found = {one["status"] for one in items(office, "/v1/activities")}
    assert found == {"idea", "preparing", "invited", "evaluated"}
    missing = office.get(activity("learning-at-home", "readiness")).json()["missing"]
    assert {one["pointer"] for one in missing} == {"/goal", "/for_whom", "/forms", "/moments/0/place"}
    seen = office.get(activity("reading-morning", "evaluations")).json()
    assert (seen["tallied"]["parent"]["very_happy"], len(seen["remarks"])) == (5, 2)
    told = {one["status"] for one in items(demo.client(Role.GUARDIAN), "/v1/activities")}
    assert told == {"invited", "evaluated"}


def test_what_families_were_invited_to_has_its_essentials(office: Client) -> None:
    for key in ("parents-cafe", "winter-tour", "reading-morning"):
        assert office.get(activity(key, "readiness")).json()["missing"] == []


def test_who_waits_waits_for_want_of_places(office: Client) -> None:
    morning, afternoon = office.get(activity("parents-cafe", "sign-up-totals")).json()["moments"]
    assert (morning["places_left"], morning["waiting"]["sign_ups"]) == (0, 2)
    assert (afternoon["places_left"], afternoon["waiting"]["sign_ups"]) == (17, 0)
    listed = items(office, activity("parents-cafe", "sign-ups"), state="waiting")
    assert [(one["name"], one["waiting_place"]) for one in listed] == [
        ("Rima Haddad", 1),
        ("Lies Van den Broeck", 2),
    ]


def test_what_an_activity_takes_is_held(office: Client) -> None:
    time = {"starts_at": "2027-01-14T09:00:00+01:00", "ends_at": "2027-01-14T09:30:00+01:00"}
    new = office.made("/v1/activities", {"kind": "own", "title": {"nl": "Nog iets in de refter"}})
    busy = office.post(f"/v1/activities/{new['id']}/moments", time | {"room_id": id_of("rooms", "dining-hall")})
    assert [one["code"] for one in busy.json()["errors"]] == ["room_taken"]


def test_a_tour_has_a_route_and_a_family_that_comes(office: Client) -> None:
    tour = office.get(activity("winter-tour", "tour")).json()
    assert [one["doing"] for one in tour["stops"]] == ["question_die", "try_class_activity", "find_the_picture"]
    assert (len(tour["groups"]), [one["taken"] for one in tour["moments"]]) == (2, [3, 0])
    [lead] = items(office, "/v1/leads")
    assert [one["is_taken"] for one in lead["places"]] == [True, False]


def test_ideas_have_support_and_one_is_answered(office: Client, demo: Demo) -> None:
    ideas = items(office, "/v1/activity-ideas")
    assert sorted(one["status"] for one in ideas) == ["answered", "new", "new"]
    assert sorted(one["support_count"] for one in ideas) == [0, 1, 3]


def test_visits_are_asked_agreed_refused_and_planned(office: Client, demo: Demo) -> None:
    [round_] = items(office, "/v1/home-visit-rounds")
    counts = {name: number for name, number in round_["counts"].items() if number}
    assert counts == {"asked": 1, "agreed": 1, "refused": 1, "planned": 1}
    [planned] = items(office, "/v1/home-visits", status="planned")
    assert {one["given_name"] for one in planned["visitors"]} == {"Griet", "Latifa", "Samira"}
    where = f"/v1/home-visits/{planned['id']}/address"
    assert office.get(where).status_code == 404
    assert demo.client(Role.INTERPRETER).get(where).json()["town"] == "Molenbeek"
    [own] = items(demo.client(Role.GUARDIAN), "/v1/home-visits")
    assert own["status"] == "asked"


def test_reach_shows_whom_the_school_spoke_with(office: Client) -> None:
    kinds = {kind for kind, _ in groupby(sorted(one["kind"] for one in items(office, "/v1/contacts")))}
    assert kinds == {"at_the_gate", "phone", "message", "in_passing"}
    [nursery, primary] = office.get("/v1/reach", params={"by": "level"}).json()["rows"]
    assert nursery["spoken_with"] + primary["spoken_with"] > 0
    assert office.get("/v1/reach/families").json()["items"]
