"""A round as a problem for the planner: what people said, less what takes them elsewhere."""

from datetime import timedelta
from typing import Any

from conferences.published import (
    FIRST,
    LONG,
    QUARTER,
    SECOND,
    TALKS,
    Rows,
    bookings,
    local,
    planning_round,
    published_round,
    window,
)
from conversations.talks import of_bram, proposed, refused
from house import House

from api.issuer import ISSUER
from domain.conferences.models import (
    Booking,
    ConferenceFamily,
    ConferenceLocation,
    ConferenceRound,
    ConferenceSession,
    TalkRequest,
)
from domain.conferences.planner.reading import read_problem
from domain.kernel.principal import Membership
from domain.kernel.row import new_id
from domain.school.models import StaffMember


def problem(rows: Rows) -> dict[str, Any]:
    answer = rows.house.admin_client.get(f"{rows.url}/problem")
    assert answer.is_success, answer.text
    read_problem(answer.json())
    return answer.json()  # type: ignore[no-any-return]


def by_id(items: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in items}


def keep(house: House, *made: Any) -> None:
    async def add() -> None:
        async with house.database.working_for(house.id) as session:
            session.add_all(made)

    house.run(add())


def change(house: House, table: type[Any], row_id: Any, **values: Any) -> None:
    async def write() -> None:
        async with house.database.working_for(house.id) as session:
            row = await session.get_row(table, row_id)
            for name, value in values.items():
                setattr(row, name, value)

    house.run(write())


def test_it_tells_what_is_asked_for_and_who_can_when(house: House) -> None:
    rows = planning_round(house)
    told = problem(rows)
    assert [(one["start"], one["end"]) for one in told["sessions"]] == [
        (local(), local(FIRST + LONG)),
        (local(SECOND), local(SECOND + LONG)),
    ]
    talks = by_id(told["meetings"])
    must, wish = talks[rows.sara_anna], talks[rows.omar_anna]
    assert (must["mandatory"], wish["mandatory"], wish["weight"]) == (True, False, 3)
    assert (must["households"], must["teachers"], must["duration_minutes"]) == ([rows.sara], [house.anna], 10)
    anna, bram = by_id(told["teachers"])[house.anna], by_id(told["teachers"])[house.bram]
    assert set(anna["room_by_session"].values()) == {house.room}
    assert set(bram["room_by_session"].values()) == {f"of {house.bram}"}, "who has no room gets one of their own"
    assert "Claes" not in str(told)


def test_talks_of_another_meeting_take_people_and_rooms(house: House) -> None:
    rows = planning_round(house)
    start = FIRST + 2 * QUARTER
    proposed(
        house.bram_client, of_bram(house) | {"starts_at": start.isoformat(), "ends_at": (start + QUARTER).isoformat()}
    )
    told, parts = problem(rows), [local(), local(minutes=30), local(minutes=45), local(FIRST + LONG)]
    for who in (by_id(told["teachers"])[house.bram], by_id(told["households"])[rows.other]):
        first, second, _ = who["availability"]
        assert [first["start"], first["end"], second["start"], second["end"]] == parts
    assert len(by_id(told["teachers"])[house.anna]["availability"]) == 2


def test_published_talks_stand_without_taking_their_own_people(house: House) -> None:
    rows = published_round(house)
    told = problem(rows)
    assert told["published"][rows.sara_anna] == {"start": local(), "interpreter": None}
    assert len(by_id(told["teachers"])[house.anna]["availability"]) == 2


def test_what_is_frozen_is_pinned_even_where_nobody_can_any_longer(house: House) -> None:
    rows = published_round(house)
    change(house, Booking, bookings(rows)["sara_anna"].id, is_frozen=True)
    change(house, ConferenceFamily, rows.ids["sara"], available=[window(SECOND)])
    told = problem(rows)
    assert by_id(told["meetings"])[rows.sara_anna]["pinned_start"] == local()
    held = {"start": local(), "end": local(minutes=10)}
    assert held in by_id(told["households"])[rows.sara]["availability"]


def test_who_has_a_talk_can_then_whatever_they_said(house: House) -> None:
    """A family that booked by itself outside of the times it gave is not called off by a new plan."""
    rows = published_round(house)
    change(house, ConferenceFamily, rows.ids["sara"], available=[window(SECOND)])
    told = problem(rows)
    assert by_id(told["meetings"])[rows.sara_anna]["pinned_start"] is None
    held = {"start": local(), "end": local(minutes=10)}
    assert by_id(told["households"])[rows.sara]["availability"][0] == held


def test_what_stands_where_it_cannot_is_set_aside_and_takes_its_people(house: House) -> None:
    """Such as a talk that was added after the session's end: nobody plans it anew."""
    rows = published_round(house)
    change(house, Booking, bookings(rows)["sara_anna"].id, is_frozen=True)
    change(house, ConferenceSession, rows.ids["first"], starts_at=FIRST + timedelta(minutes=5))
    told = problem(rows)
    assert rows.sara_anna not in by_id(told["meetings"])
    assert by_id(told["households"])[rows.sara]["availability"][0]["start"] == local(minutes=10)


def test_an_interpreter_makes_a_talk_longer(house: House) -> None:
    rows = planning_round(house)
    change(house, ConferenceFamily, rows.ids["sara"], interpreter_language="ar", channel="video")
    talk = by_id(problem(rows)["meetings"])[rows.sara_anna]
    assert (talk["duration_minutes"], talk["interpreter_language"], talk["channel"]) == (20, "ar", "video")


def test_without_a_word_staff_is_there_on_teaching_days(house: House) -> None:
    rows = planning_round(house)
    change(house, StaffMember, house.ids["anna"], teaching_days=["tuesday"])
    [only] = by_id(problem(rows)["teachers"])[house.anna]["availability"]
    assert only["start"] == local()


def test_a_parent_who_teaches_here_is_one_person(house: House) -> None:
    works_here = {"issuer": ISSUER, "subject": house.subjects["sara"], "scopes": []}
    keep(house, Membership(school_id=house.id, role="teacher", staff_id=house.ids["bram"], **works_here))
    rows = planning_round(house)
    parents = {one["id"]: one["staff_teacher"] for one in problem(rows)["households"]}
    assert parents == {rows.sara: house.bram, rows.omar: None, rows.other: None}


def test_the_schools_wish_weighs_as_a_second_choice(house: House) -> None:
    wishes = {
        "sara_anna": {"rank": 1},
        "omar_anna": {"rank": 4},
        "els_bram": {"rank": 4, "brought_by": "teacher"},
    }
    rows = planning_round(house, {name: TALKS[name] | told for name, told in wishes.items()})
    weights = {one["id"]: one["weight"] for one in problem(rows)["meetings"]}
    assert weights == {rows.sara_anna: 3, rows.omar_anna: 1, rows.els_bram: 2}


def test_what_nobody_needs_or_is_called_off_is_not_planned(house: House) -> None:
    rows = published_round(house)
    change(house, TalkRequest, rows.ids["els_bram"], need="not_needed")
    gone = bookings(rows)["omar_anna"].conversation_id
    house.admin_client.made(f"/v1/conversations/{gone}/cancel", {"reason": "Ziek"})
    assert set(by_id(problem(rows)["meetings"])) == {rows.sara_anna}


def test_walking_is_the_same_there_and_back(house: House) -> None:
    rows = planning_round(house, room_change_minutes=4)
    first, second = new_id(), new_id()
    here: dict[str, Any] = {"school_id": house.id, "round_id": rows.id}
    keep(
        house,
        ConferenceLocation(**here, id=first, name="A", walks=[{"location_id": str(second), "minutes": 12}]),
        ConferenceLocation(**here, id=second, name="B", walks=[]),
    )
    walks = problem(rows)["walking_minutes"]
    assert walks[str(first)][str(second)] == walks[str(second)][str(first)] == 12
    assert walks[str(first)][str(first)] == walks["school"][str(first)] == 4


def test_a_round_without_sessions_cannot_be_planned(house: House) -> None:
    rows = Rows(house)
    keep(house, ConferenceRound(school_id=house.id, id=rows.id, name={"nl": "Leeg"}, level="primary", status="open"))
    assert refused(house.admin_client.get(f"{rows.url}/problem")) == (422, "round_not_to_plan")


def test_it_is_the_offices(house: House) -> None:
    rows = planning_round(house)
    assert house.anna_client.get(f"{rows.url}/problem").status_code == 403
