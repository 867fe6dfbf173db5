"""Publishing a schedule: all of it or nothing, by the rights of each, and later only what differs."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from conferences.bookable import booked, changed, do, key
from conferences.published import (
    FIRST,
    PLANNED,
    QUARTER,
    SECOND,
    TALKS,
    Rows,
    bookings,
    drafted,
    planning_round,
    published_round,
)
from conversations.talks import of_bram, proposed, refused, with_one
from house import Client, House

from domain.conferences.models.rounds import ConferenceRound
from domain.families.models.guardianships import Guardianship
from domain.families.models.households import HouseholdMember
from domain.families.models.restrictions import Restriction
from domain.families.models.students import Student
from domain.kernel import clock

Talk = dict[str, Any]


def publish(rows: Rows, schedule: str, **body: Any) -> Any:
    return rows.house.admin_client.post(f"/v1/conference-schedules/{schedule}/publish", body)


def talks_of(rows: Rows, by: Client | None = None) -> dict[str, Talk]:
    """Name of the request -> its conversation, as this caller sees it; what they do not see is not there."""
    by = by or rows.house.admin_client
    seen = {name: by.get(f"/v1/conversations/{one.conversation_id}") for name, one in bookings(rows).items()}
    return {name: answer.json() for name, answer in seen.items() if answer.is_success}


def coming(talk: Talk) -> dict[str, str | None]:
    return {one["given_name"]: one["answer"] for one in talk["participants"]}


def test_each_talk_becomes_a_planned_conversation(house: House) -> None:
    rows = published_round(house)
    talk = talks_of(rows)["sara_anna"]
    assert (talk["status"], talk["is_time_chosen"], talk["room_id"]) == ("planned", True, house.room)
    assert (talk["starts_at"], talk["ends_at"]) == (FIRST.isoformat(), (FIRST + timedelta(minutes=10)).isoformat())
    assert (talk["student_id"], talk["academic_session_id"]) == (house.student, house.year)
    assert [(point["text"], point["brought_by"]) for point in talk["agenda"]] == [
        ("Hoe gaat het met lezen?", "guardian")
    ]
    assert coming(talk) == {"Anna": None, "Sara": "invited"}
    assert talk["informed_otherwise"] == [house.omar], "who has an invitation of his own"
    assert {one["status"] for one in house.admin_client.get("/v1/conference-schedules").json()["items"]} == {
        "published"
    }
    told = [one["type"] for one in house.heard()]
    assert told.count("conversation.planned") == 3
    assert told.count("conference_round.published") == 1


def test_families_see_their_own_talk_and_no_draft(house: House) -> None:
    rows = published_round(house)
    assert set(talks_of(rows, house.sara_client)) == {"sara_anna"}
    assert set(talks_of(rows, house.omar_client)) == {"omar_anna"}
    draft = drafted(planning_round(house), PLANNED)
    for family in (house.sara_client, house.student_client, house.anna_client):
        assert family.get(f"/v1/conference-schedules/{draft}").status_code == 404
        assert draft not in family.get("/v1/conference-schedules").text


def test_a_published_talk_can_be_changed_as_any_other(house: House) -> None:
    """The rules find nothing wrong with it: the other parent has an invitation of his own (R17)."""
    rows = published_round(house, {"sara_anna": FIRST})
    talk = talks_of(rows)["sara_anna"]
    assert house.admin_client.patch(f"/v1/conversations/{talk['id']}", {"place": "Bibliotheek"}).is_success


def test_people_and_rooms_are_held(house: House) -> None:
    published_round(house)
    also = with_one(house) | {"starts_at": FIRST.isoformat(), "ends_at": (FIRST + QUARTER).isoformat()}
    answer = house.anna_client.post("/v1/conversations", also)
    assert refused(answer) == (409, "double_booking")
    codes = ["household_taken", "room_taken", "teacher_taken"]
    assert sorted(one["code"] for one in answer.json()["errors"]) == codes


def test_who_is_taken_refuses_the_whole_and_names_only_the_talk(house: House) -> None:
    start = FIRST + QUARTER
    other = proposed(
        house.bram_client, of_bram(house) | {"starts_at": start.isoformat(), "ends_at": (start + QUARTER).isoformat()}
    )
    rows = planning_round(house)
    draft = drafted(rows, PLANNED)
    answer = publish(rows, draft)
    assert refused(answer) == (409, "talks_taken")
    named = {(one["pointer"], one["code"]) for one in answer.json()["errors"]}
    assert named == {(f"/talks/{rows.els_bram}", code) for code in ("household_taken", "teacher_taken")}
    assert other["id"] not in answer.text
    assert bookings(rows) == {}
    assert house.admin_client.get(f"/v1/conference-schedules/{draft}").json()["status"] == "draft"


def test_two_talks_of_one_schedule_never_share_a_person(house: House) -> None:
    rows = planning_round(house)
    answer = publish(rows, drafted(rows, PLANNED | {"omar_anna": FIRST}))
    assert refused(answer) == (409, "talks_taken")


def test_an_interpreter_lengthens_the_talk_for_all(house: House) -> None:
    rows = planning_round(house)
    draft = drafted(rows, {"sara_anna": FIRST}, interpreter_id=house.ids["interpreter"])
    assert publish(rows, draft).is_success
    talk = talks_of(rows)["sara_anna"]
    assert (talk["interpreter_buffer_minutes"], talk["interpreter_mode"]) == (10, "on_site")
    assert coming(talk)["Ilham"] is None
    soon = FIRST + timedelta(minutes=15)
    also = with_one(house, "omar") | {"starts_at": soon.isoformat(), "ends_at": (soon + QUARTER).isoformat()}
    assert refused(house.anna_client.post("/v1/conversations", also)) == (409, "double_booking")


def keep(house: House, *rows: Any) -> None:
    async def add() -> None:
        async with house.database.working_for(house.id) as session:
            session.add_all(rows)

    house.run(add())


def test_who_may_not_come_is_not_invited(house: House) -> None:
    """A grandmother without the parents' agreement (R18); a parent with a restriction on that day (R17)."""
    at_home = {"school_id": house.id, "household_id": house.ids["sara_household"]}
    keep(house, HouseholdMember(**at_home, guardian_id=house.ids["grandmother"]))
    rows = published_round(house, {"sara_anna": FIRST})
    assert coming(talks_of(rows)["sara_anna"]) == {"Anna": None, "Sara": "invited"}

    limit = {"student_id": house.ids["student"], "guardian_id": house.ids["omar"], "kind": "no_attendance"}
    keep(house, Restriction(school_id=house.id, **limit, basis="Vonnis", starts_on=FIRST.date(), ends_on=SECOND.date()))
    rows = planning_round(house)
    answer = publish(rows, drafted(rows, {"omar_anna": FIRST + 4 * QUARTER, "els_bram": FIRST}))
    assert refused(answer) == (409, "nobody_comes")
    assert [one["pointer"] for one in answer.json()["errors"]] == [f"/talks/{rows.omar_anna}"]
    assert publish(rows, drafted(rows, {"omar_anna": SECOND})).is_success, "the restriction has ended by then"


def test_parents_of_different_children_share_no_talk(house: House) -> None:
    both = {
        "students": ["student", "other_student"],
        "with_student": True,
        "families": ["sara", "other"],
        "staff": ["anna", "bram"],
    }
    rows = planning_round(house, {"both_anna": TALKS["sara_anna"] | both}, student_briefing="Je vertelt hoe het gaat.")
    answer = publish(rows, drafted(rows, {"both_anna": FIRST}))
    assert refused(answer) == (409, "nobody_comes"), "each would hear of the other's child"


def test_siblings_share_one_conversation(house: House) -> None:
    """Both come along; the conversation is the first one's."""
    keep(house, Guardianship(school_id=house.id, student_id=house.ids["other_student"], guardian_id=house.ids["sara"]))
    both = {"students": ["other_student", "student"], "with_student": True}
    rows = planning_round(house, {"sara_anna": TALKS["sara_anna"] | both})
    assert publish(rows, drafted(rows, {"sara_anna": FIRST})).is_success
    talk = talks_of(rows)["sara_anna"]
    assert talk["student_id"] == house.other_student
    assert coming(talk) == {"Anna": None, "Sara": "invited", "Noah": None, "Lina": None}


def test_a_student_of_age_comes_in_their_own_name(house: House) -> None:
    """Parents take part when the student agrees, which a round does not know (R19)."""

    async def grow_up() -> None:
        async with house.database.working_for(house.id) as session:
            (await session.get_row(Student, house.ids["student"])).born_on = FIRST.date().replace(year=FIRST.year - 18)

    house.run(grow_up())
    rows = published_round(house, {"sara_anna": FIRST})
    assert coming(talks_of(rows)["sara_anna"]) == {"Anna": None, "Lina": "invited"}


def test_a_student_comes_along_briefed(house: House) -> None:
    rows = planning_round(
        house, {"sara_anna": TALKS["sara_anna"] | {"with_student": True}}, student_briefing="Je vertelt hoe het gaat."
    )
    assert publish(rows, drafted(rows, {"sara_anna": FIRST})).is_success
    talk = talks_of(rows)["sara_anna"]
    assert coming(talk) == {"Anna": None, "Sara": "invited", "Lina": None}
    assert talk["briefing"] == "Je vertelt hoe het gaat."


def test_a_later_schedule_changes_only_what_differs(house: House) -> None:
    """Sara and Omar swap their times, Els keeps hers: no talk stands in the way of another on the move."""
    rows = published_round(house)
    before = talks_of(rows)
    swapped = PLANNED | {"sara_anna": PLANNED["omar_anna"], "omar_anna": PLANNED["sara_anna"]}
    assert publish(rows, drafted(rows, swapped)).is_success
    after = talks_of(rows)
    assert after["els_bram"] == before["els_bram"]
    assert after["sara_anna"]["starts_at"] == before["omar_anna"]["starts_at"]
    assert {name: talk["id"] for name, talk in after.items()} == {name: talk["id"] for name, talk in before.items()}
    told = [one["type"] for one in house.heard()]
    assert told.count("conversation.rescheduled") == 2
    statuses = [one["status"] for one in house.admin_client.get("/v1/conference-schedules").json()["items"]]
    assert statuses == ["superseded", "published"]


def test_what_has_no_place_any_longer_is_called_off_with_a_reason(house: House) -> None:
    rows = published_round(house)
    gone = talks_of(rows)["els_bram"]
    assert publish(rows, drafted(rows, PLANNED | {"els_bram": None}), cancelled_reason="Bram is ziek.").is_success
    seen = house.other_guardian_client.get(f"/v1/conversations/{gone['id']}").json()
    assert (seen["status"], seen["cancelled_reason"]) == ("cancelled", "Bram is ziek.")
    assert set(bookings(rows)) == {"sara_anna", "omar_anna"}
    start = {"starts_at": gone["starts_at"], "ends_at": gone["ends_at"]}
    proposed(house.bram_client, of_bram(house) | start)


def test_what_is_not_in_the_schedule_stays(house: House) -> None:
    rows = published_round(house)
    before = talks_of(rows)
    assert publish(rows, drafted(rows, {"sara_anna": SECOND})).is_success
    after = talks_of(rows)
    assert {name: after[name] for name in ("omar_anna", "els_bram")} == {
        name: before[name] for name in ("omar_anna", "els_bram")
    }


def test_who_answered_is_asked_again_after_a_move(house: House) -> None:
    rows = published_round(house)
    talk = talks_of(rows)["sara_anna"]
    house.sara_client.made(f"/v1/conversations/{talk['id']}/decline", {"reason": "Ik werk dan."})
    assert publish(rows, drafted(rows, {"sara_anna": SECOND})).is_success
    moved = talks_of(rows)["sara_anna"]
    assert (moved["status"], coming(moved)["Sara"]) == ("planned", "invited")


def test_who_stepped_back_or_may_not_come_is_not_asked_anew(house: House) -> None:
    rows = planning_round(house, {"both_anna": TALKS["sara_anna"] | {"families": ["sara", "omar"]}})
    assert publish(rows, drafted(rows, {"both_anna": FIRST})).is_success
    talk = talks_of(rows)["both_anna"]
    house.sara_client.made(f"/v1/conversations/{talk['id']}/decline", {})
    assert publish(rows, drafted(rows, {"both_anna": FIRST + QUARTER})).is_success
    assert coming(talks_of(rows)["both_anna"]) == {"Anna": None, "Sara": "declined", "Omar": "invited"}

    limit = {"student_id": house.ids["student"], "guardian_id": house.ids["omar"], "kind": "no_attendance"}
    until = SECOND.date() + timedelta(days=1)
    keep(house, Restriction(school_id=house.id, **limit, basis="Vonnis", starts_on=FIRST.date(), ends_on=until))
    assert publish(rows, drafted(rows, {"both_anna": SECOND})).is_success
    assert coming(talks_of(rows)["both_anna"]) == {"Anna": None, "Sara": "invited"}, "nobody else is left to ask"


@pytest.mark.parametrize("status", ["draft", "closed", "cancelled"])
def test_a_round_that_is_not_open_publishes_nothing(house: House, status: str) -> None:
    rows = planning_round(house, status=status)
    assert refused(publish(rows, drafted(rows, PLANNED))) == (409, "wrong_state")


def test_a_schedule_is_published_once(house: House) -> None:
    rows = published_round(house)
    assert refused(publish(rows, rows.schedule)) == (409, "schedule_not_to_publish")


def test_what_has_begun_stays_where_it_is(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = published_round(house)
    draft = drafted(rows, {"sara_anna": SECOND, "omar_anna": SECOND})
    now = clock.now
    monkeypatch.setattr(clock, "now", lambda: max(now(), FIRST + timedelta(minutes=5)))
    assert publish(rows, draft).is_success
    after = talks_of(rows)
    assert datetime.fromisoformat(after["sara_anna"]["starts_at"]) == FIRST
    assert datetime.fromisoformat(after["omar_anna"]["starts_at"]) == SECOND.astimezone(UTC)


def test_what_a_family_did_since_it_was_planned_stays(house: House) -> None:
    """One moved, one called off, one stays as planned; the answer says how many were left as they are."""
    rows = published_round(house)
    draft = drafted(rows, {name: SECOND + place * QUARTER for place, name in enumerate(PLANNED)})
    made = {name: {"id": one.id} for name, one in bookings(rows).items()}
    assert do(house.sara_client, made["sara_anna"], "move", starts_at=(FIRST + 8 * QUARTER).isoformat()).is_success
    assert do(house.other_guardian_client, made["els_bram"], "cancel").is_success
    before = talks_of(rows)
    answer = publish(rows, draft)
    assert answer.json()["figures"]["changed_since"] == 2
    after = talks_of(rows)
    assert {name: after[name]["starts_at"] for name in ("sara_anna", "els_bram")} == {
        name: before[name]["starts_at"] for name in ("sara_anna", "els_bram")
    }
    assert after["els_bram"]["status"] == "cancelled"
    assert datetime.fromisoformat(after["omar_anna"]["starts_at"]) == (SECOND + QUARTER).astimezone(UTC)


def test_a_talk_that_a_family_booked_since_is_not_published_beside(house: House) -> None:
    rows = planning_round(house, mode="booking_first")
    draft = drafted(rows, {"sara_anna": SECOND})
    changed(house, ConferenceRound, rows.id, status="open")
    booked(house.sara_client, rows, {"staff_ids": [house.anna], "starts_at": FIRST.isoformat()})
    assert publish(rows, draft).json()["figures"]["changed_since"] == 1
    assert [one["starts_at"] for one in house.sara_client.get("/v1/conference-bookings").json()["items"]] == [
        FIRST.isoformat()
    ]


def test_booking_while_it_is_published_makes_no_second_talk(house: House) -> None:
    """Whichever comes first, the other sees what it did."""
    rows = planning_round(house, mode="booking_first")
    draft = drafted(rows, {"sara_anna": SECOND})
    changed(house, ConferenceRound, rows.id, status="open")
    talk = {"staff_ids": [house.anna], "starts_at": FIRST.isoformat()}
    asked = {"json": {"talks": [talk]}, "headers": house.sara_client.headers | key()}
    answers = house.admin_client.together(
        ("POST", f"/v1/conference-schedules/{draft}/publish", {"json": {}}),
        *(("POST", f"{rows.url}/bookings", asked | {"headers": asked["headers"] | key()}) for _ in range(4)),
    )
    assert {one.status_code for one in answers} <= {200, 201, 409}
    assert answers[0].is_success
    assert len(house.sara_client.get("/v1/conference-bookings").json()["items"]) == 1
