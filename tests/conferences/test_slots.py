"""Which times are open: for whom, beside what."""

from datetime import timedelta

from conferences.bookable import (
    FIRST,
    ask_to_book,
    at,
    bookable,
    booked,
    changed,
    keep,
    on_first,
    open_times,
    refused,
    talk,
    window,
)
from house import House

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.separations import ConferenceSeparation


def test_grid_within_the_evenings(house: House) -> None:
    rows = bookable(house, grid_minutes=10)
    assert on_first(open_times(house.sara_client, rows)) == [0, 10, 20, 30, 40, 50]
    assert len(open_times(house.sara_client, rows)) == 12


def test_a_booked_time_is_gone_for_everybody(house: House) -> None:
    rows = bookable(house, grid_minutes=10)
    booked(house.sara_client, rows, talk(rows, 20))
    assert on_first(open_times(house.omar_client, rows)) == [0, 10, 30, 40, 50]


def test_staff_is_there_and_has_its_breaks(house: House) -> None:
    anna = {"available": [window(minutes=10)], "breaks": [window(minutes=30, lasting=timedelta(minutes=5))]}
    rows = bookable(house, staff=anna, grid_minutes=10)
    assert open_times(house.sara_client, rows) == [at(minutes).replace("+00:00", "Z") for minutes in (10, 20, 40, 50)]


def test_no_run_longer_than_somebody_goes_on(house: House) -> None:
    rows = bookable(house, staff={"longest_run_minutes": 20, "shortest_break_minutes": 10}, grid_minutes=10)
    booked(house.sara_client, rows, talk(rows, 20))
    booked(house.omar_client, rows, talk(rows, 30))
    assert on_first(open_times(house.other_guardian_client, rows)) == [0, 50]
    answer = ask_to_book(house.other_guardian_client, rows, talk(rows, 40))
    assert refused(answer) == (409, "staff_needs_break")


def test_time_to_walk_to_the_next_talk(house: House) -> None:
    """Fifteen minutes between both buildings, and five more for this family."""
    rows = bookable(house, families={"sara": {"extra_walking_minutes": 5}}, grid_minutes=10)
    booked(house.sara_client, rows, talk(rows, 20))
    assert on_first(open_times(house.sara_client, rows, "bram")) == [50]
    assert on_first(open_times(house.omar_client, rows, "bram")) == [0, 10, 20, 30, 40, 50]
    answer = ask_to_book(house.sara_client, rows, talk(rows, 40, "bram"))
    assert refused(answer) == (409, "too_tight_to_walk")
    assert "20" in answer.json()["detail"]


def test_families_that_are_kept_apart_find_the_time_taken(house: House) -> None:
    rows = bookable(house, grid_minutes=10)
    here = {"school_id": house.id, "round_id": rows.id}
    pair = {"first_family_id": rows.ids["sara"], "second_family_id": rows.ids["omar"]}
    keep(house, [ConferenceSeparation(**here, **pair, rule="min_gap", minutes=15)])
    booked(house.sara_client, rows, talk(rows, 30))
    assert on_first(open_times(house.omar_client, rows, "bram")) == [0]
    assert refused(ask_to_book(house.omar_client, rows, talk(rows, 20, "bram"))) == (409, "slot_taken")


def test_what_suits_is_marked_and_an_interpreter_is_looked_for(house: House) -> None:
    more = {"available": [window(minutes=20)], "answered_at": FIRST, "interpreter_language": "ar"}
    rows = bookable(house, families={"sara": more}, grid_minutes=20)
    found = house.sara_client.get(f"{rows.url}/slots", params={"staff_id": house.anna}).json()["items"]
    assert [(one["suits"], one["has_interpreter"]) for one in found[:3]] == [(False, True), (True, True), (True, True)]
    assert on_first([one["ends_at"] for one in found])[:2] == [20, 40]


def test_only_while_the_round_can_be_booked(house: House) -> None:
    rows = bookable(house)
    for status, code in (("planning", 409), ("published", 200), ("closed", 409)):
        changed(house, ConferenceRound, rows.id, status=status)
        answer = house.sara_client.get(f"{rows.url}/slots", params={"staff_id": house.anna})
        assert answer.status_code == code, status
    assert answer.json()["code"] == "round_not_bookable"


def test_for_its_own_child_with_its_own_teacher(house: House) -> None:
    rows = bookable(house)
    other = {"staff_id": house.anna, "student_id": house.other_student}
    assert refused(house.sara_client.get(f"{rows.url}/slots", params=other)) == (422, "which_student")
    away = {"staff_id": house.anna, "family_id": rows.omar}
    assert house.sara_client.get(f"{rows.url}/slots", params=away).status_code == 404
    assert house.grandmother_client.get(f"{rows.url}/slots", params=other).status_code == 422


def test_a_family_that_slows_nobody_down(house: House) -> None:
    """From home there is nothing to walk, but one does not get home and back in no time."""
    rows = bookable(house, families={"sara": {"channel": "video"}}, grid_minutes=10)
    booked(house.sara_client, rows, talk(rows, 20))
    changed(house, ConferenceFamily, rows.ids["sara"], channel="in_person")
    assert on_first(open_times(house.sara_client, rows, "bram")) == [50]
    changed(house, ConferenceFamily, rows.ids["sara"], channel="video")
    assert on_first(open_times(house.sara_client, rows, "bram")) == [0, 10, 30, 40, 50]
