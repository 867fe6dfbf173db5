"""Planning with the way there, going in, coming out, and the quiet alarm."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from conferences.bookable import changed
from conversations.talks import with_both
from house import House
from visits.asked import SOON, YES, agreed, at, done, forgotten_at, going, noting, planned, pointed, question, under_way

from domain.kernel import clock
from domain.visits.actions.overdue import tell_overdue_everywhere
from domain.visits.models import HomeVisit
from domain.visits.rules.returning import expected_return


def test_a_visit_stands_inside_what_the_family_chose(house: House) -> None:
    visit = agreed(house)
    for minutes in (-5, 80):
        refused = house.anna_client.post(at(visit, "plan"), going(house, minutes))
        assert pointed(refused) == [("/starts_at", "home_visit_not_chosen")]
    assert pointed(house.anna_client.post(at(visit, "plan"), going(house, 7))) == [("/starts_at", "off_the_grid")]
    plan = house.anna_client.made(at(visit, "plan"), going(house, 75))
    assert (plan["status"], len(plan["visitors"])) == ("planned", 2)


def test_two_visitors_and_an_interpreter_are_the_most(house: House) -> None:
    admin, visit = house.admin_client, agreed(house)
    third = admin.made("/v1/staff", {"given_name": "Cas", "family_name": "Mol", "function": "bridge_worker"})["id"]
    crowd = going(house, staff_ids=[house.anna, house.bram, third])
    refused = house.anna_client.post(at(visit, "plan"), crowd)
    assert pointed(refused) == [("/staff_ids", "home_visit_too_many_visitors")]
    assert house.anna_client.made(at(visit, "plan"), going(house, staff_ids=[house.anna, house.bram]))


def talk(house: House, minutes: int) -> Any:
    """A conference of Anna so many minutes after the visit of half past began."""
    starts_at = SOON + timedelta(minutes=30 + minutes)
    times = {"starts_at": starts_at.isoformat(), "ends_at": (starts_at + timedelta(minutes=15)).isoformat()}
    return house.anna_client.post("/v1/conversations", with_both(house, **times))


@pytest.mark.parametrize(("minutes", "status"), [(-35, 201), (-30, 409), (0, 409), (50, 409), (55, 201)])
def test_the_way_there_and_back_is_held_too(house: House, minutes: int, status: int) -> None:
    """45 minutes from half past, twenty minutes there and ten back."""
    planned(house, travel_before_minutes=20, travel_after_minutes=10)
    answer = talk(house, minutes)
    assert answer.status_code == status, answer.text


def test_the_school_says_how_far_families_live(house: House) -> None:
    house.admin_client.patch("/v1/home-visit-settings", {"travel_minutes": 0})
    planned(house)
    assert talk(house, 45).status_code == 201
    assert house.anna_client.patch("/v1/home-visit-settings", {"travel_minutes": 0}).status_code == 403


def test_planning_again_moves_it(house: House) -> None:
    visit = planned(house)
    house.anna_client.made(at(visit, "plan"), going(house, 75, staff_ids=[house.bram]))
    assert (talk(house, 45).status_code, talk(house, 0).status_code) == (409, 201), "the family has moved with it"
    moved = house.anna_client.get(at(visit)).json()
    assert [one["given_name"] for one in moved["visitors"]] == ["Bram", "Ilham"]


def test_a_new_choice_undoes_the_plan(house: House) -> None:
    visit = house.sara_client.made(at(planned(house), "answer"), YES)
    assert (visit["status"], visit["starts_at"], visit["visitors"]) == ("agreed", None, [])
    assert talk(house, 0).status_code == 201


def test_the_office_sees_who_is_out_and_until_when(house: House) -> None:
    visit = under_way(house)
    [out] = house.coordinator_client.get("/v1/home-visits/out").json()["items"]
    assert (out["classes"], out["is_overdue"]) == (["3A"], False)
    assert {one["given_name"] for one in out["visitors"]} == {"Anna", "Ilham"}
    end = datetime.fromisoformat(visit["ends_at"])
    assert datetime.fromisoformat(out["expected_back_at"]) == end
    assert datetime.fromisoformat(out["due_at"]) == end + timedelta(minutes=30)
    for nobody in (house.bram_client, house.sara_client, house.omar_client):
        assert nobody.get("/v1/home-visits/out").json()["items"] == []
    [own] = house.anna_client.get("/v1/home-visits/out").json()["items"]
    assert own["id"] == visit["id"]


def test_only_who_goes_checks_in_and_the_office_may_check_out(house: House) -> None:
    visit = planned(house)
    assert house.admin_client.post(at(visit, "check-in")).status_code == 403
    house.anna_client.made(at(visit, "check-in"))
    assert house.anna_client.post(at(visit, "check-in")).status_code == 409
    assert house.bram_client.post(at(visit, "check-out")).status_code == 404
    assert house.coordinator_client.post(at(visit, "check-out")).status_code == 204
    assert house.anna_client.get(at(visit)).json()["status"] == "done"
    assert house.anna_client.post(at(visit, "check-out")).status_code == 409


def overdue_after(house: House, **later: float) -> int:
    """Events told when the worker has looked twice, so much after the visit of half past should be over."""

    async def look() -> None:
        with clock.at(SOON + timedelta(minutes=75) + timedelta(**later)):
            await tell_overdue_everywhere(house.database, [house.id])
            await tell_overdue_everywhere(house.database, [house.id])

    house.run(look())
    return [one["type"] for one in house.heard()].count("home_visit.overdue")


def test_a_check_out_that_does_not_come_is_told_once(house: House) -> None:
    under_way(house)
    assert overdue_after(house, minutes=29) == 0
    assert overdue_after(house, minutes=31) == 1
    assert overdue_after(house, minutes=90) == 1


def test_who_is_out_in_time_worries_nobody(house: House) -> None:
    done(house)
    assert overdue_after(house, minutes=90) == 0


def test_the_margin_is_the_schools(house: House) -> None:
    house.admin_client.patch("/v1/home-visit-settings", {"overdue_after_minutes": 60})
    under_way(house)
    assert overdue_after(house, minutes=59) == 0
    assert overdue_after(house, minutes=61) == 1


def test_a_note_says_when_who_and_what(house: House) -> None:
    visit = done(house)
    noted = house.anna_client.made(at(visit, "note"), noting())
    assert noted["note"]["agreements"] == ["Samen lezen op vrijdag"]
    assert house.sara_client.get(at(visit)).json()["note"]["present"] == ["Mama, Lina, juf Anna"]
    assert house.interpreter_client.get(at(visit)).json()["note"] is None
    assert house.admin_client.post(at(visit, "note"), noting()).status_code == 403
    assert house.anna_client.post(at(visit, "note"), noting(dwelling="groot")).status_code == 422
    assert house.anna_client.post(at(visit, "note"), noting()).status_code == 200


@pytest.mark.parametrize(
    "said", ["De woning is klein", "Het was er rommelig", "Le ménage était fait", "A messy kitchen", "Leur misère"]
)
def test_words_on_how_people_live_warn(house: House, said: str) -> None:
    noted = house.anna_client.made(at(done(house), "note"), noting(agreements=["Tot dinsdag", said]))
    assert [(one["pointer"], one["code"]) for one in noted["note"]["warnings"]] == [
        ("/agreements/1", "dwelling_or_lifestyle")
    ]
    assert house.sara_client.get(at(noted)).json()["note"]["warnings"] == []


def test_a_visit_is_noted_after_it_was(house: House) -> None:
    assert house.anna_client.post(at(planned(house), "note"), noting()).status_code == 409


def test_what_nobody_closed_is_forgotten(house: House) -> None:
    visit = planned(house)

    def at_hours(hours: int) -> int:
        forgotten_at(house, SOON + timedelta(hours=hours))
        return house.sara_client.get(at(visit, "address")).status_code

    assert at_hours(1) == 200
    assert at_hours(3) == 404
    assert house.anna_client.get(at(visit)).json()["moments"] == []


def test_who_is_asked_does_not_run_it(house: House) -> None:
    visit = house.anna_client.made("/v1/home-visits", question(house))
    assert house.sara_client.post(at(visit, "cancel")).status_code == 403


def test_a_withdrawn_visit_that_nobody_left_keeps_nothing_in_the_end(house: House) -> None:
    visit = under_way(house)
    house.sara_client.made(at(visit, "withdraw"))
    forgotten_at(house, SOON + timedelta(hours=8))
    assert house.anna_client.get(at(visit)).json()["visitors"], "somebody may have to look where they are"
    forgotten_at(house, SOON + timedelta(hours=16))
    left = house.admin_client.get(at(visit)).json()
    assert (left["status"], left["visitors"], left["checked_in_at"]) == ("withdrawn", [], None)
    assert house.admin_client.get("/v1/home-visits/out").json()["items"] == []


def test_visitors_read_no_address_once_the_visit_should_be_over(house: House) -> None:
    visit = planned(house)
    ended = datetime.now(UTC) - timedelta(minutes=5)
    changed(house, HomeVisit, UUID(visit["id"]), starts_at=ended - timedelta(hours=1), ends_at=ended)
    assert house.anna_client.get(at(visit, "address")).status_code == 404
    assert house.sara_client.get(at(visit, "address")).status_code == 200


def test_the_interpreter_is_held_too(house: House) -> None:
    planned(house)
    other = house.anna_client.made("/v1/home-visits", question(house, guardian_id=house.omar))
    house.omar_client.made(at(other, "answer"), YES)
    busy = house.anna_client.post(at(other, "plan"), going(house, staff_ids=[house.bram]))
    assert pointed(busy) == [("", "interpreter_taken")]


def test_a_visit_that_begins_late_lasts_as_long_as_was_said() -> None:
    late = expected_return(SOON, SOON + timedelta(minutes=10), minutes=45, margin_minutes=30)
    assert late == (SOON + timedelta(minutes=45), SOON + timedelta(minutes=75))
    assert expected_return(SOON, SOON + timedelta(minutes=60), 45, 30).expected_at == SOON + timedelta(minutes=60)
