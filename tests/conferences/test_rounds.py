"""A round, from draft to closed, and the rules it is held to."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from conferences.rounds import (
    EVENING_WINDOW,
    ROUND,
    Round,
    draft_round,
    families,
    first_evening,
    open_round,
    path,
    read,
    requested,
    requests,
    third_window,
    window,
)
from conferences.stages import at_status, over, planning, published
from house import House, Run, build_house

from domain.conferences.models.words import RoundStatus


def broken(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(one["pointer"], one["code"]) for one in answer.json()["errors"]]


def warned(round_: Round) -> set[str]:
    return {one["rule"] for one in round_["warnings"]}


def test_a_round_is_opened_asked_and_answered(house: House) -> None:
    round_ = requested(house)
    assert round_["status"] == "open"
    assert round_["counts"]["families_answered"] == 3
    assert round_["counts"]["requests"] == len(requests(house, round_)) == 3


def test_two_parts_of_a_day(house: House) -> None:
    """R09: who works in the evening comes in the afternoon."""
    round_ = house.admin_client.made("/v1/conference-rounds", ROUND)
    for day in (0, 1):
        evening = window(first_evening() + timedelta(days=day), time(18), time(20))
        house.admin_client.made(path(round_, "sessions"), evening)
    assert broken(house.admin_client.post(path(round_, "open"))) == [("/sessions", "one_part_of_the_day")]


@pytest.mark.parametrize(("ends", "is_enough"), [(time(21), True), (time(17, 45), False)], ids=["late", "early"])
def test_one_long_session_covers_two_parts_of_a_day(house: House, ends: time, is_enough: bool) -> None:
    """R09: what counts is at least an hour in the afternoon and in the evening, not when it starts."""
    round_ = house.admin_client.made("/v1/conference-rounds", ROUND)
    house.admin_client.made(path(round_, "sessions"), window(first_evening(), time(16), ends))
    assert house.admin_client.post(path(round_, "open")).is_success is is_enough


def test_an_open_round_keeps_what_it_must_have(house: House, opened: Round) -> None:
    """The hard rules look again at every change, so no open round loses its second part of the day."""
    session = next(one for one in opened["sessions"] if one["local_start"].endswith("18:00:00"))
    gone = house.admin_client.delete(f"/v1/conference-sessions/{session['id']}")
    assert broken(gone) == [("/sessions", "one_part_of_the_day")]
    assert len(read(house, opened)["sessions"]) == 2


@pytest.mark.parametrize(
    ("on", "code"),
    [(date(2027, 11, 3), "no_school_that_day"), (date(2027, 10, 9), "no_school_that_day")],
    ids=["autumn holiday", "saturday"],
)
def test_days_without_school(house: House, draft: Round, on: date, code: str) -> None:
    """R11, without any holiday in the school's calendar: then those of Flemish schools hold."""
    house.admin_client.made(path(draft, "sessions"), window(on, time(9), time(10)))
    found = broken(house.admin_client.post(path(draft, "open")))
    assert [one for _, one in found] == [code]


def test_days_off_of_the_school_itself(house: House, draft: Round) -> None:
    day = first_evening()
    period = {"name": {"nl": "Vrij"}, "kind": "free_day", "starts_on": str(day), "ends_on": str(day + timedelta(1))}
    house.admin_client.made("/v1/calendar-periods", period)
    assert broken(house.admin_client.post(path(draft, "open"))) == [("/sessions/0", "no_school_that_day")]


def test_what_is_only_warned_of(house: House, draft: Round) -> None:
    day = first_evening()
    for kind, begins, ends in (("busy", day, day + timedelta(1)), ("holiday", day + timedelta(4), day + timedelta(12))):
        period = {"name": {"nl": "Druk"}, "kind": kind, "starts_on": str(begins), "ends_on": str(ends)}
        house.admin_client.made("/v1/calendar-periods", period)
    house.admin_client.made(path(draft, "staff", "batch"), {})
    house.admin_client.patch(path(draft), {"coupled_to_report": True})
    round_ = house.admin_client.made(path(draft, "open"))
    assert warned(round_) == {"R11", "R12", "R15"}
    assert {one["code"] for one in round_["warnings"]} >= {"busy_period", "beside_holiday", "long_run_of_talks"}
    assert (
        house.admin_client.get(path(draft), headers={"Accept-Language": "fr"}).json()["warnings"] != round_["warnings"]
    )


def test_short_breaks_are_warned_of(house: House, draft: Round) -> None:
    house.admin_client.made(path(draft, "staff"), {"staff_id": house.anna, "longest_run_minutes": 40})
    assert warned(read(house, draft)) == set()
    [anna] = house.admin_client.get(path(draft, "staff")).json()["items"]
    pause = window(first_evening(), time(16), time(16, 3))
    where = f"/v1/conference-staff/{anna['id']}"
    said = house.anna_client.put(
        f"{where}/availability",
        {"longest_run_minutes": 40, "breaks": [pause]},
        etag=house.anna_client.get(where).headers["etag"],
    )
    assert said.is_success, said.text
    assert [one["code"] for one in read(house, draft)["warnings"]] == ["short_break"]


def test_secondary_rounds_have_something_informal(app: Any, run: Run) -> None:
    """R13 warns; R14 refuses invited students who do not know what for."""
    house = build_house(app, run, "secondary")
    round_ = draft_round(house, level="secondary")
    assert warned(round_) == {"R13"}
    house.admin_client.patch(path(round_), {"student_part": "invited"})
    assert warned(read(house, round_)) == set()
    assert broken(house.admin_client.post(path(round_, "open"))) == [("/student_briefing", "student_briefing_missing")]
    house.admin_client.patch(path(round_), {"student_briefing": "We kijken samen hoe het gaat."})
    assert house.admin_client.post(path(round_, "open")).is_success


@pytest.mark.parametrize(
    ("key", "code"),
    [("constructive-conversation", "constructive_conversation_in_round"), ("no-such-form", "unknown_form")],
)
def test_the_form_of_a_round(house: House, key: str, code: str) -> None:
    """R31: a hard talk gets a moment of its own."""
    refused = house.admin_client.post("/v1/conference-rounds", ROUND | {"meeting_type": key})
    assert broken(refused) == [("/meeting_type", code)]


def test_its_life_has_an_order(house: House, draft: Round) -> None:
    office = house.admin_client
    assert office.post(path(draft, "plan")).json()["code"] == "wrong_state"
    assert office.post(path(draft, "open")).json()["status"] == "open"
    assert office.delete(path(draft)).status_code == 409
    assert office.post(path(draft, "plan")).json()["status"] == "planning"
    assert office.post(path(draft, "reopen")).json()["status"] == "open"
    assert office.post(path(draft, "start")).status_code == 409
    assert office.post(path(draft, "cancel")).json()["status"] == "cancelled"
    assert office.patch(path(draft), {"talk_minutes": 15}).status_code == 409


def test_a_draft_is_taken_away_whole(house: House, draft: Round) -> None:
    house.admin_client.made(path(draft, "families"), {"whole_level": True})
    assert house.admin_client.delete(path(draft)).status_code == 204
    assert house.admin_client.get("/v1/conference-families").json()["items"] == []


def test_not_answering_is_not_refusing(house: House) -> None:
    """R10: closing names each family that has no talk and nothing instead, and who was never tried otherwise."""
    round_ = planning(house)
    theirs = families(house, round_)
    assert {one["status"] for one in theirs.values()} == {"unreached"}
    at_status(house, round_, RoundStatus.RUNNING)
    refused = house.admin_client.post(path(round_, "close"))
    assert sorted(broken(refused)) == sorted(
        (f"/families/{one['id']}", code)
        for one in theirs.values()
        for code in ("family_not_tried", "family_without_alternative")
    )
    assert theirs["sara"]["id"] in refused.json()["errors"][0]["detail"] + refused.text


def test_closing_when_everybody_has_something_else(house: House) -> None:
    closed = house.admin_client.made(path(over(house), "close"))
    assert (closed["status"], closed["closed_at"] is not None) == ("closed", True)


def test_who_answered_and_asks_for_a_talk_needs_one_or_something_else(house: House) -> None:
    round_ = at_status(house, requested(house), RoundStatus.RUNNING)
    found = broken(house.admin_client.post(path(round_, "close")))
    assert {code for _, code in found} == {"family_without_alternative"}
    assert len(found) == 3


def test_sessions_stay_once_published(house: House) -> None:
    round_ = published(house)
    assert house.admin_client.post(path(round_, "sessions"), third_window()).status_code == 409
    assert house.admin_client.post(path(round_, "locations"), {"name": "Campus"}).status_code == 201


def test_parts_point_within_their_own_round(house: House, opened: Round) -> None:
    other = open_round(house)
    foreign = other["sessions"][0]["id"]
    body = {"staff_id": house.anna, "places": [{"session_id": foreign, "room_id": house.room}]}
    [anna, _] = sorted(
        house.admin_client.get(path(opened, "staff")).json()["items"], key=lambda one: one["staff_id"] != house.anna
    )
    refused = house.admin_client.patch(f"/v1/conference-staff/{anna['id']}", {"places": body["places"]})
    assert broken(refused) == [("/places/0/session_id", "unknown_reference")]


def test_a_teacher_says_her_own_time(house: House, opened: Round) -> None:
    rows = {one["staff_id"]: one for one in house.admin_client.get(path(opened, "staff")).json()["items"]}
    where = f"/v1/conference-staff/{rows[house.anna]['id']}"
    tag, body = house.anna_client.get(where).headers["etag"], {"available": [EVENING_WINDOW]}
    assert house.bram_client.put(f"{where}/availability", body, etag=tag).status_code == 403
    outside = house.anna_client.put(f"{where}/availability", {"available": [third_window()]}, etag=tag)
    assert broken(outside) == [("/available/0", "outside_sessions")]
    assert house.anna_client.put(f"{where}/availability", body, etag=tag).is_success
    assert house.sara_client.get(where).status_code == 404


def test_families_see_no_drafts_no_counts_and_no_warnings(house: House, draft: Round) -> None:
    assert house.sara_client.get(path(draft)).status_code == 404
    seen = house.sara_client.get(path(open_round(house))).json()
    assert (seen["counts"], seen["warnings"]) == (None, [])
    assert house.student_client.get("/v1/conference-rounds").json()["items"][0]["id"] == seen["id"]
    assert house.grandmother_client.get("/v1/conference-rounds").json()["items"] == []


def test_every_change_is_told(house: House) -> None:
    round_ = requested(house)
    house.admin_client.made(path(round_, "plan"))
    told = {one["type"] for one in house.heard()}
    assert told >= {
        "conference_round.created",
        "conference_round.changed",
        "conference_round.opened",
        "conference_round.planning",
        "conference_family.added",
        "conference_family.asked",
        "conference_family.answered",
        "conference_request.created",
    }
