"""Booking, moving, cancelling: within the limits, all or none, each household its own."""

from datetime import datetime, timedelta

from conferences.bookable import (
    FIRST,
    SECOND,
    ask_to_book,
    asked,
    asked_along,
    at,
    bookable,
    booked,
    changed,
    do,
    keep,
    key,
    on_first,
    open_times,
    refused,
    stops_teaching,
    talk,
)
from house import House

from domain.conferences.models.consents import ConferenceConsent
from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.requests import TalkRequest
from domain.conferences.models.rounds import ConferenceRound
from domain.families.models import Student


def test_a_booking_is_a_planned_conversation(house: House) -> None:
    rows = bookable(house)
    made = booked(house.sara_client, rows, talk(rows, 10, topics=["Lezen"]))
    it = house.sara_client.get(f"/v1/conversations/{made['conversation_id']}").json()
    assert (it["status"], it["starts_at"], it["room_id"]) == ("planned", made["starts_at"], house.room)
    assert {(one["role"], one["answer"]) for one in it["participants"]} == {("teacher", None), ("guardian", "accepted")}
    assert [one["text"] for one in it["agenda"]] == ["Lezen"]
    assert house.anna_client.post(f"/v1/conversations/{it['id']}/start").status_code == 200


def test_a_key_is_needed_and_repeats_book_once(house: House) -> None:
    rows = bookable(house)
    body = {"talks": [talk(rows)]}
    assert refused(house.sara_client.post(f"{rows.url}/bookings", body)) == (400, "idempotency_key_required")
    same = key()
    answers = [house.sara_client.post(f"{rows.url}/bookings", body, headers=same) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert len(house.sara_client.get("/v1/conference-bookings").json()["items"]) == 1


def test_a_refusal_says_what_is_open_nearby(house: House) -> None:
    rows = bookable(house, grid_minutes=10)
    booked(house.sara_client, rows, talk(rows, 20))
    answer = ask_to_book(house.omar_client, rows, talk(rows, 20))
    assert refused(answer) == (409, "slot_taken")
    assert [one["pointer"] for one in answer.json()["errors"]] == ["/talks/0/starts_at"]
    assert sorted(on_first([one["starts_at"] for one in answer.json()["alternatives"]])) == [0, 10, 30, 40, 50]


def test_all_of_a_set_or_none(house: House) -> None:
    rows = bookable(house)
    booked(house.omar_client, rows, talk(rows, 40, "bram"))
    both = (talk(rows, 0), talk(rows, 40, "bram"))
    assert refused(ask_to_book(house.sara_client, rows, *both)) == (409, "slot_taken")
    assert house.sara_client.get("/v1/conference-bookings").json()["items"] == []
    tight = (talk(rows, 0), talk(rows, 15, "bram"))
    assert refused(ask_to_book(house.sara_client, rows, *tight)) == (409, "too_tight_to_walk")
    assert ask_to_book(house.sara_client, rows, talk(rows, 0), talk(rows, 50, "bram")).status_code == 201


def test_limits(house: House) -> None:
    rows = bookable(house, booking={"most_per_family": 1})
    booked(house.sara_client, rows, talk(rows))
    assert refused(ask_to_book(house.sara_client, rows, talk(rows, 40, "bram"))) == (409, "most_talks_of_family")
    for limit, code in (
        ("most_per_student", "most_talks_of_student"),
        ("most_unasked_per_family", "most_unasked_talks"),
    ):
        changed(house, ConferenceRound, rows.id, booking={limit: 1})
        assert refused(ask_to_book(house.sara_client, rows, talk(rows, 40, "bram"))) == (409, code)
    assert refused(ask_to_book(house.sara_client, rows, talk(rows, 40))) == (409, "already_booked")
    assert ask_to_book(house.admin_client, rows, talk(rows, 40, "bram"), family_id=rows.sara).status_code == 201


def test_opens_closes_and_invited_first(house: House) -> None:
    rows = bookable(house)
    past, future = ((FIRST - timedelta(days=days)).isoformat() for days in (60, 1))
    asked(rows, "sara", "student")
    for rules, code in (
        ({"opens_at": future}, "booking_not_yet_open"),
        ({"closes_at": past}, "booking_closed"),
        ({"invited_first_until": future}, "invited_first"),
    ):
        changed(house, ConferenceRound, rows.id, booking=rules)
        assert refused(ask_to_book(house.omar_client, rows, talk(rows))) == (409, code)
    made = booked(house.sara_client, rows, talk(rows))
    assert made["status"] == "planned"


def test_what_was_asked_is_not_asked_again(house: House) -> None:
    rows = bookable(house, booking={"most_unasked_per_family": 0})
    asked(rows, "sara", "student")
    booked(house.sara_client, rows, talk(rows))
    assert refused(ask_to_book(house.omar_client, rows, talk(rows, 20))) == (409, "most_unasked_talks")


def test_a_talk_is_booked_as_it_was_asked_for(house: House) -> None:
    """The teacher asked for twenty minutes by phone; the round has ten, and the family usually comes."""
    rows = bookable(house)
    asked(rows, "sara", "student")
    [request] = house.anna_client.get("/v1/conference-requests").json()["items"]
    changed(house, TalkRequest, request["id"], minutes=20, channel="phone", interpreter_language="ar")
    made = booked(house.sara_client, rows, talk(rows))
    lasting = datetime.fromisoformat(made["ends_at"]) - datetime.fromisoformat(made["starts_at"])
    assert (lasting, made["channel"]) == (timedelta(minutes=20), "phone")
    assert "interpreter" in {one["role"] for one in made["participants"]}


def test_an_interpreter_comes_along_when_one_is_free(house: House) -> None:
    arabic = {"interpreter_language": "ar"}
    rows = bookable(house, families={"sara": arabic, "omar": arabic}, grid_minutes=20)
    made = booked(house.sara_client, rows, talk(rows))
    assert "interpreter" in {one["role"] for one in made["participants"]}
    beside = booked(house.omar_client, rows, talk(rows, 0, "bram"))
    assert beside["needs_interpreter"]
    told = [one["type"] for one in house.heard()]
    assert told.count("conference_booking.interpreter_missing") == 1


def test_moving_frees_the_old_time(house: House) -> None:
    rows = bookable(house, grid_minutes=10)
    made = booked(house.sara_client, rows, talk(rows, 20))
    booked(house.omar_client, rows, talk(rows, 40))
    assert refused(do(house.sara_client, made, "move", starts_at=at(40))) == (409, "slot_taken")
    moved = do(house.sara_client, made, "move", starts_at=at(30)).json()
    assert on_first([moved["starts_at"]]) == [30]
    assert on_first(open_times(house.other_guardian_client, rows)) == [0, 10, 20, 50]


def test_a_talk_that_moves_stays_as_it_was(house: House) -> None:
    """Twenty minutes by phone with an interpreter, whatever the round and the family usually have."""
    told = {"interpreter_language": "ar", "channel": "phone"}
    rows = bookable(house, families={"sara": told})
    spot = {"family_id": rows.sara, "staff_ids": [house.anna], "starts_at": at(), "minutes": 20}
    made = house.anna_client.made(f"{rows.url}/on-the-spot", spot, headers=key())
    [request] = house.anna_client.get("/v1/conference-requests").json()["items"]
    assert request["minutes"] == 20
    changed(house, TalkRequest, request["id"], interpreter_language="ar")
    changed(house, ConferenceFamily, rows.ids["sara"], interpreter_language=None, channel="in_person")
    moved = do(house.sara_client, made, "move", starts_at=at(15)).json()
    lasting = datetime.fromisoformat(moved["ends_at"]) - datetime.fromisoformat(moved["starts_at"])
    assert (lasting, moved["channel"]) == (timedelta(minutes=20), "phone")
    assert "interpreter" in {one["role"] for one in moved["participants"]}
    assert not moved["needs_interpreter"]


def test_cancelling_frees_the_time(house: House) -> None:
    rows = bookable(house, grid_minutes=10)
    made = booked(house.sara_client, rows, talk(rows, 20))
    assert do(house.sara_client, made, "cancel").json()["status"] == "cancelled"
    assert 20 in on_first(open_times(house.omar_client, rows))
    assert refused(do(house.sara_client, made, "cancel")) == (409, "wrong_state")
    booked(house.sara_client, rows, talk(rows, 20))


def test_each_household_books_its_own(house: House) -> None:
    """Separated parents see nothing of each other, and change nothing of each other (R17)."""
    rows = bookable(house)
    made = booked(house.sara_client, rows, talk(rows))
    assert house.omar_client.get("/v1/conference-bookings").json()["items"] == []
    for verb, body in (("move", {"starts_at": at(20)}), ("cancel", {}), ("check-in", {}), ("swaps", {})):
        assert do(house.omar_client, made, verb, **body).status_code == 404
    assert refused(ask_to_book(house.omar_client, rows, talk(rows, 20), family_id=rows.sara)) == (404, "not_found")
    booked(house.omar_client, rows, talk(rows, 20))
    changed(house, ConferenceFamily, rows.ids["sara"], household_id=None, guardian_id=house.ids["sara"])
    assert do(house.sara_client, made, "cancel").status_code == 200


def test_a_teacher_acts_for_families_of_their_own_class(house: House) -> None:
    """Bram teaches Sara's child and not Els's; nobody is booked with who does not teach the child."""
    rows = bookable(house)
    stops_teaching(house, "bram", "second_class")
    strange = {"family_id": rows.other}
    assert refused(ask_to_book(house.bram_client, rows, talk(rows, 0, "bram"), **strange)) == (404, "not_found")
    assert refused(ask_to_book(house.admin_client, rows, talk(rows, 0, "bram"), **strange)) == (
        422,
        "not_their_teacher",
    )
    assert booked(house.bram_client, rows, talk(rows, 0, "bram"), family_id=rows.sara)["status"] == "planned"


def test_who_never_said_yes_takes_no_part(house: House) -> None:
    """Sara moves her talk alone, and Omar has his own (R17)."""
    rows = bookable(house, grid_minutes=10)
    asked_along(rows, "omar", asked(rows, "sara", "student"))
    made = booked(house.sara_client, rows, talk(rows, 20))
    assert do(house.sara_client, made, "move", starts_at=at(30)).status_code == 200
    assert booked(house.omar_client, rows, talk(rows, 20))["status"] == "planned"


def test_who_holds_a_talk_moves_and_cancels_it(house: House) -> None:
    """Also when the child has left their class since; a colleague who holds it not does neither."""
    rows = bookable(house, grid_minutes=10)
    made = booked(house.sara_client, rows, talk(rows, 20, "bram"))
    stops_teaching(house, "bram", "first_class")
    assert do(house.bram_client, made, "move", starts_at=at(30)).json()["starts_at"] != made["starts_at"]
    assert refused(do(house.anna_client, made, "move", starts_at=at(40))) == (403, "forbidden")
    assert do(house.bram_client, made, "cancel").json()["status"] == "cancelled"


def test_rights_are_those_of_the_day_of_the_talk(house: House) -> None:
    """Lina turns 18 on the second evening: then her parents come when she says so, and the first is as before (R19)."""
    rows = bookable(house)
    changed(house, Student, house.ids["student"], born_on=SECOND.date().replace(year=SECOND.year - 18))
    second = talk(rows) | {"starts_at": at(0, SECOND)}
    assert refused(ask_to_book(house.sara_client, rows, second)) == (409, "nobody_may_come")
    keep(house, [ConferenceConsent(school_id=house.id, round_id=rows.id, student_id=house.ids["student"])])
    made = booked(house.sara_client, rows, second)
    assert house.sara_client.get(f"/v1/conversations/{made['conversation_id']}").json()["student_agreed"]
    changed(house, Student, house.ids["student"], born_on=FIRST.date().replace(year=FIRST.year - 19))
    assert booked(house.sara_client, rows, talk(rows, 0, "bram"))["status"] == "planned"
