"""From a round to a draft schedule by a job, and from one draft to another."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from conferences.bookable import asked_along
from conferences.published import (
    FIRST,
    PLANNED,
    QUARTER,
    SECOND,
    TALKS,
    Rows,
    drafted,
    local,
    planning_round,
    published_round,
    window,
)
from conversations.talks import refused
from fastapi import FastAPI
from house import House
from working import reached, working

from api.worker import DEEDS
from domain.conferences.actions.planning import KIND
from domain.kernel.days import day_in_words

Json = dict[str, Any]
BRIEF = {"seconds": 3}


@pytest.fixture
def worker(app: FastAPI, run: Callable[[Any], Any]) -> Iterator[None]:
    with working(app, run, {KIND: DEEDS[KIND]}):
        yield


def made(house: House, url: str, **body: Any) -> Json:
    """The draft that a planning ends with."""
    answer = house.admin_client.post(url, BRIEF | body)
    assert answer.status_code == 202, answer.text
    job = reached(house.admin_client, answer.headers["location"])
    assert job["status"] == "succeeded", job
    return house.admin_client.get(job["result"]["schedule"]).json()  # type: ignore[no-any-return]


def times(house: House, draft: Json, **filters: Any) -> dict[str, str]:
    """Request -> when."""
    found = house.admin_client.get(f"/v1/conference-schedules/{draft['id']}/talks", params=filters).json()
    return {one["request_id"]: one["starts_at"] for one in found["items"]}


def left_out(house: House, schedule: str, by: str = "admin") -> dict[str, Json]:
    answer = getattr(house, f"{by}_client").get(f"/v1/conference-schedules/{schedule}/left-out")
    assert answer.is_success, answer.text
    return {one["request_id"]: one for one in answer.json()["items"]}


def test_a_round_becomes_a_draft_that_can_be_published(house: House, worker: None) -> None:
    """Bram teaches on Mondays only, so Els is left out, and hears why."""
    rows = planning_round(house)
    house.admin_client.patch(f"/v1/staff/{house.bram}", {"teaching_days": ["monday"]})
    draft = made(house, f"{rows.url}/schedules")
    assert (draft["status"], draft["figures"]["placed"], draft["figures"]["left_out"]) == ("draft", 2, 1)
    assert set(times(house, draft)) == {rows.sara_anna, rows.omar_anna}
    assert times(house, draft, staff_id=house.bram) == {}
    assert set(left_out(house, draft["id"])) == {rows.els_bram}
    picture = house.admin_client.get(f"/v1/conference-schedules/{draft['id']}/curve.svg")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert house.admin_client.post(f"/v1/conference-schedules/{draft['id']}/publish", {}).is_success


@pytest.mark.slow
def test_somebody_is_ill_and_only_her_talks_fall_out(house: House, worker: None) -> None:
    rows = published_round(house)
    draft = made(house, f"{rows.url}/replan", absences=[{"staff_id": house.anna}])
    assert (draft["origin"], draft["based_on_id"]) == ("replanned", rows.schedule)
    assert times(house, draft) == {rows.els_bram: PLANNED["els_bram"].isoformat()}  # type: ignore[union-attr]
    beside = house.admin_client.get(f"/v1/conference-schedules/{draft['id']}/compare").json()
    assert (beside["only_there"], beside["same"]) == (sorted([rows.sara_anna, rows.omar_anna]), 1)
    assert beside["figures"]["published_changes"] == 2
    assert house.admin_client.post(f"/v1/conference-schedules/{draft['id']}/publish", {}).is_success
    problem = house.admin_client.get(f"{rows.url}/problem").json()
    assert [one["availability"] for one in problem["teachers"] if one["id"] == house.anna] == [[]]


@pytest.mark.slow
def test_a_session_moves_and_a_family_does_not_come(house: House, worker: None) -> None:
    rows = published_round(house)
    later = {"session_id": rows.first, **window(FIRST + timedelta(hours=1))}
    draft = made(house, f"{rows.url}/replan", moved_sessions=[later], cancelled_family_ids=[rows.other])
    assert rows.els_bram not in times(house, draft)
    assert left_out(house, draft["id"])[rows.els_bram]["reason"] == "family_away"
    assert house.admin_client.post(f"/v1/conference-schedules/{draft['id']}/publish", {}).is_success
    [first, _] = house.admin_client.get(rows.url).json()["sessions"]
    assert first["starts_at"] == (FIRST + timedelta(hours=1)).isoformat()
    assert house.admin_client.get(f"/v1/conference-requests/{rows.els_bram}").json()["withdrawn_at"]


@pytest.mark.slow
def test_one_of_two_households_does_not_come(house: House, worker: None) -> None:
    """R17: the talk is planned with the other one."""
    rows = planning_round(house, {"joint_anna": TALKS["sara_anna"] | {"families": ["sara", "omar"]}})
    first = drafted(rows, {"joint_anna": FIRST})
    assert house.admin_client.post(f"/v1/conference-schedules/{first}/publish", {}).is_success
    draft = made(house, f"{rows.url}/replan", cancelled_family_ids=[rows.omar])
    assert times(house, draft) == {rows.joint_anna: FIRST.isoformat()}


@pytest.mark.slow
def test_what_if_a_family_could_at_another_time(house: House, worker: None) -> None:
    rows = planning_round(house)
    house.admin_client.patch(f"/v1/staff/{house.bram}", {"teaching_days": ["thursday"]})
    where = f"/v1/conference-families/{rows.other}"
    house.admin_client.put(
        f"{where}/availability", {"available": [window()]}, etag=house.admin_client.get(where).headers["etag"]
    )
    fits = {
        "start": local(SECOND),
        "interpreter": None,
        "atoms": [{"kind": "household_window", "who": rows.other, "amount": 10}],
        "moves": [],
    }
    why = {"reason": "no_common_time", "words": {"nl": "Niet samen vrij."}, "relaxation": fits}
    before = drafted(rows, {"sara_anna": FIRST, "omar_anna": SECOND, "els_bram": None}, left_out=why)
    told = left_out(house, before)[rows.els_bram]
    assert told["would_help"] == [
        f"Als jullie kunnen op donderdag {day_in_words(SECOND.date(), 'nl')}, van 9.00 tot 9.10 uur."
    ]
    after = made(house, f"/v1/conference-schedules/{before}/what-if", granted=[rows.els_bram])
    assert (after["origin"], after["figures"]["left_out"]) == ("what_if", 0)
    beside = house.admin_client.get(f"/v1/conference-schedules/{after['id']}/compare?with={before}").json()
    assert beside["only_here"] == [rows.els_bram]
    [now] = house.admin_client.get(where).json()["available"]
    assert now["starts_at"] == window()["starts_at"].replace("+00:00", "Z"), "nobody is bound by it"


@pytest.mark.slow
def test_what_if_somebody_had_more_time(house: House, worker: None) -> None:
    rows = planning_round(house)
    house.admin_client.patch(f"/v1/staff/{house.bram}", {"teaching_days": ["monday"]})
    draft = drafted(rows, PLANNED | {"els_bram": None})
    more = {"staff_id": house.bram, "windows": [window(SECOND)]}
    after = made(house, f"/v1/conference-schedules/{draft}/what-if", more_time=[more])
    assert times(house, after)[rows.els_bram] >= SECOND.isoformat()


def refusing(rows: Rows) -> Json:
    """Why Sara's talk has no time: she would have to come earlier, and another talk would move."""
    return {
        "reason": "teacher_full",
        "words": {"nl": "Vol.", "fr": "Complet.", "en": "Full."},
        "relaxation": {
            "start": local(minutes=-10),
            "interpreter": None,
            "atoms": [{"kind": "household_window", "who": rows.sara, "amount": 10}],
            "moves": [{"meeting": rows.omar_anna, "start": local(minutes=60), "interpreter": None}],
        },
        "by_phone": {"start": local(minutes=100), "interpreter": None},
    }


def test_why_not_in_words_and_nothing_of_other_families(house: House) -> None:
    rows = planning_round(house)
    draft_id = drafted(rows, {"sara_anna": None, "omar_anna": SECOND}, left_out=refusing(rows))
    office = left_out(house, draft_id)[rows.sara_anna]
    assert (office["reason"], office["family_ids"]) == ("teacher_full", [rows.sara])
    assert house.sara_client.get(f"/v1/conference-schedules/{draft_id}/left-out").status_code == 404, "a draft"
    assert house.admin_client.post(f"/v1/conference-schedules/{draft_id}/publish", {}).is_success
    mine = left_out(house, draft_id, "sara")[rows.sara_anna]
    assert mine["would_help"] == [
        f"Als jullie er op dinsdag {day_in_words(FIRST.date(), 'nl')} zijn vanaf 16.50 in plaats van 17.00 uur.",
        "Als de school een ander gesprek verschuift.",
    ]
    assert mine["by_phone"] == f"Met de telefoon, op dinsdag {day_in_words(FIRST.date(), 'nl')} om 18.40 uur."
    assert (mine["reason"], mine["relaxation"], mine["family_ids"]) == (None, None, [])
    assert (mine["why"], mine["staff"][0]["name"]) == ("Vol.", "Anna Claes")
    assert left_out(house, draft_id, "omar") == {}
    assert left_out(house, draft_id, "bram") == {}
    french = house.sara_client.get(f"/v1/conference-schedules/{draft_id}/left-out", headers={"Accept-Language": "fr"})
    assert f"mardi {day_in_words(FIRST.date(), 'fr')} à partir de 16 h 50" in french.text


def test_who_is_only_asked_along_learns_nothing_of_the_reasons(house: House) -> None:
    rows = planning_round(house)
    asked_along(rows, "omar", rows.ids["sara_anna"])
    draft_id = drafted(rows, {"sara_anna": None}, left_out=refusing(rows))
    assert house.admin_client.post(f"/v1/conference-schedules/{draft_id}/publish", {}).is_success
    assert list(left_out(house, draft_id, "sara")) == [rows.sara_anna]
    assert left_out(house, draft_id, "omar") == {}


def test_two_schedules_side_by_side(house: House) -> None:
    rows = planning_round(house)
    before = drafted(rows, {"sara_anna": FIRST, "omar_anna": FIRST + QUARTER, "els_bram": None})
    after = drafted(rows, {"sara_anna": FIRST, "omar_anna": SECOND, "els_bram": FIRST}, based_on=before)
    beside = house.admin_client.get(f"/v1/conference-schedules/{after}/compare").json()
    assert (beside["only_here"], beside["only_there"], beside["same"]) == ([rows.els_bram], [], 1)
    assert [one["request_id"] for one in beside["moved"]] == [rows.omar_anna]
    elsewhere = drafted(planning_round(house), PLANNED)
    answer = house.admin_client.get(f"/v1/conference-schedules/{after}/compare?with={elsewhere}")
    assert refused(answer) == (422, "unknown_reference")


def test_what_cannot_give_is_refused(house: House) -> None:
    rows = planning_round(house)
    draft = drafted(rows, {"sara_anna": FIRST, "els_bram": None})
    body = {"granted": [rows.sara_anna, rows.els_bram]}
    answer = house.admin_client.post(f"/v1/conference-schedules/{draft}/what-if", body)
    assert refused(answer) == (422, "nothing_to_give")
    assert [one["pointer"] for one in answer.json()["errors"]] == ["/granted/0", "/granted/1"]


def test_only_what_is_published_is_planned_again(house: House) -> None:
    rows = planning_round(house)
    assert refused(house.admin_client.post(f"{rows.url}/replan", {})) == (409, "nothing_published")
    closed = planning_round(house, TALKS, status="closed")
    assert refused(house.admin_client.post(f"{closed.url}/schedules", BRIEF)) == (409, "wrong_state")
