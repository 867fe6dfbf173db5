"""What families hear of a round: together where they can, and only of their own."""

from datetime import datetime, timedelta
from uuid import UUID

from conferences.bookable import bookable, booked, do, talk, window
from conferences.published import FIRST, PLANNED, QUARTER, Rows, drafted, planning_round
from conferences.rounds import ROUND
from house import House
from messaging.follows import begun, followed, say, told
from messaging.test_still import OPEN
from sqlalchemy import select
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.staff import ConferenceStaff
from domain.conferences.models.words import RoundStatus
from domain.kernel import clock
from domain.kernel.events import record

EVERYBODY = ["omar", "other_guardian", "sara"]


def published(house: House) -> Rows:
    rows = planning_round(begun(house))
    _publish(house, drafted(rows, PLANNED))
    return rows


def _publish(house: House, schedule: str) -> None:
    house.admin_client.made(f"/v1/conference-schedules/{schedule}/publish", {})


def test_times_come_once_and_are_ones_own(house: House) -> None:
    rows = published(house)
    messages = followed(house, limit=2)
    assert told(house, messages) == [("round_times", name) for name in EVERYBODY]
    assert all(len(one.told["talks"]) == 1 and str(one.resource_id) == str(rows.id) for one in messages)
    assert len({talk for one in messages for talk in one.told["talks"]}) == len(EVERYBODY)


def test_a_second_publication_is_told_where_it_differs(house: House) -> None:
    rows = published(house)
    followed(house)
    say(house)
    _publish(house, drafted(rows, PLANNED | {"omar_anna": FIRST + 2 * QUARTER}))
    assert told(house, followed(house)) == [("round_times", "omar")]


def test_what_did_not_leave_yet_is_said_as_it_is_by_now(house: House) -> None:
    rows = published(house)
    followed(house)
    _publish(house, drafted(rows, PLANNED | {"omar_anna": FIRST + 2 * QUARTER}))
    assert told(house, followed(house)) == [("round_times", name) for name in EVERYBODY]
    assert told(house, followed(house), "overtaken") == [("round_times", "omar")]


def test_whose_only_talk_is_left_out_hears_that_it_is_off(house: House) -> None:
    rows = published(house)
    followed(house)
    say(house)
    _publish(house, drafted(rows, PLANNED | {"omar_anna": None}))
    assert told(house, followed(house)) == [("cancellation", "omar")]


def test_a_round_that_is_off_is_told_once(house: House) -> None:
    rows = published(house)
    followed(house)
    say(house)
    house.admin_client.made(f"{rows.url}/cancel", {})
    assert told(house, followed(house)) == [("round_cancelled", name) for name in EVERYBODY]


def test_a_round_that_is_off_before_it_was_told_is_never_told(house: House) -> None:
    rows = published(house)
    followed(house)
    house.admin_client.made(f"{rows.url}/cancel", {})
    assert told(house, followed(house)) == []


def test_a_talk_that_moves_after_the_publication_is_told_alone(house: House) -> None:
    published(house)
    followed(house)
    say(house)
    [omars] = house.omar_client.get("/v1/conference-bookings").json()["items"]
    do(house.admin_client, omars, "move", starts_at=(FIRST + 8 * QUARTER).isoformat())
    assert told(house, followed(house)) == [("change", "omar")]


def test_what_families_book_and_cancel_is_told(house: House) -> None:
    rows = bookable(begun(house))
    made = booked(house.sara_client, rows, talk(rows))
    assert told(house, followed(house)) == [("invitation", "sara")]
    say(house)
    do(house.sara_client, made, "cancel")
    assert told(house, followed(house)) == [("cancellation", "sara")]


def test_a_time_that_came_free_is_offered_to_who_waits(house: House) -> None:
    """At an hour at which families are phoned: the time is kept for two hours only."""
    with clock.at(OPEN):
        rows = bookable(begun(house), staff={"available": [window(lasting=timedelta(minutes=10))]})
        made = booked(house.sara_client, rows, talk(rows))
        body = {"staff_id": house.anna, "student_id": house.student}
        wait = house.omar_client.made(f"{rows.url}/waits", body)
        followed(house)
        say(house)
        do(house.sara_client, made, "cancel")
        messages = followed(house)
        assert told(house, messages) == [("cancellation", "sara"), ("slot_offered", "omar")]
        offer = next(one for one in messages if one.kind == "slot_offered")
        assert (str(offer.resource_id), offer.told["staff_id"]) == (wait["id"], house.anna)
        assert offer.too_late_at == datetime.fromisoformat(offer.told["until"])


def test_an_opened_round_asks_both_households(house: House) -> None:
    round_ = begun(house).admin_client.made("/v1/conference-rounds", ROUND)
    house.run(_open(house, round_["id"]))
    assert told(house, followed(house)) == [("round_opened", name) for name in EVERYBODY]


def test_who_runs_late_lets_families_know_by_quick_ways(house: House) -> None:
    rows = published(house)
    followed(house)
    say(house)
    house.run(_late(house, rows, 20))
    messages = followed(house)
    assert told(house, messages) == [("running_late", "omar"), ("running_late", "sara")]
    assert {one.told["minutes"] for one in messages if one.kind == "running_late"} == {20}
    house.run(_late(house, rows, 0))
    assert told(house, followed(house)) == []


async def _open(house: House, round_id: str) -> None:
    """As opening does, less what its rules ask of dates."""
    async with house.database.working_for(house.id) as session:
        round_ = await session.get_row(ConferenceRound, UUID(round_id))
        round_.status = RoundStatus.OPEN
        homes = ("sara_household", "omar_household", "other_household")
        session.add_all(
            ConferenceFamily(school_id=house.id, round_id=round_.id, household_id=house.ids[home], available=[])
            for home in homes
        )
        record(session, "conference_round.opened", "conference_rounds", round_.id)


async def _late(house: House, rows: Rows, minutes: int) -> None:
    async with house.database.working_for(house.id) as session:
        of_anna = select(ConferenceStaff).where(col(ConferenceStaff.staff_id) == house.ids["anna"])
        anna = (await session.rows(of_anna))[0]
        anna.late_session_id, anna.late_minutes = rows.ids["first"], minutes
        record(session, "conference_staff.late", "conference-staff", anna.id, round_id=rows.id)
