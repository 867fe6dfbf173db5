"""From what happened to who hears what."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from conversations.talks import at, do, proposed, with_both, with_one
from house import House
from messaging.follows import begun, followed, put, say, told

from domain.families.models.restrictions import Restriction
from domain.messaging.actions.following import follow

BOTH = ["omar", "sara"]


@pytest.fixture
def talk(house: House) -> dict[str, Any]:
    """Proposed to two parents who live apart."""
    return proposed(begun(house).anna_client, with_both(house))


def kinds(house: House, state: str = "waiting", **more: Any) -> list[tuple[str, str]]:
    return told(house, followed(house, **more), state)


def both(kind: str) -> list[tuple[str, str]]:
    return [(kind, name) for name in BOTH]


def test_nothing_old_is_told(house: House) -> None:
    proposed(house.anna_client, with_both(house))
    assert followed(begun(house)) == []


def test_each_parent_is_invited(house: House, talk: dict[str, Any]) -> None:
    assert kinds(house) == both("invitation")
    first, _ = followed(house)
    assert first.told["starts_at"] == at()["starts_at"]
    assert first.decision["reasons"]


def test_parents_of_a_student_of_age_are_invited_when_the_student_agreed(house: House) -> None:
    house.admin_client.patch(f"/v1/students/{house.student}", {"born_on": "2008-01-01"})
    talk = proposed(begun(house).anna_client, with_both(house, student_agreed=True))
    assert kinds(house) == both("invitation")
    ahead = {"kind": "invitation", "conversation_id": talk["id"]}
    seen = house.anna_client.get("/v1/messages/preview", params=ahead).json()
    assert ([one["party"] for one in seen["people"]].count("guardian"), seen["left_out"]) == (2, [])


def test_events_that_are_read_again_tell_nothing_twice(house: House, talk: dict[str, Any]) -> None:
    followed(house)
    put(house, followed_transaction=1, followed_sequence=0)
    assert kinds(house, limit=1) == both("invitation")
    say(house)
    put(house, followed_transaction=1, followed_sequence=0)
    assert kinds(house) == []


def test_two_workers_tell_once(house: House, talk: dict[str, Any]) -> None:
    async def one() -> None:
        async with house.database.working_for(house.id) as session:
            await follow(session)

    async def together() -> None:
        await asyncio.gather(one(), one())

    house.run(together())
    assert kinds(house) == both("invitation")


def test_moved_twice_before_it_was_told_only_the_last_is(house: House, talk: dict[str, Any]) -> None:
    followed(house)
    for minutes in (30, 60):
        do(house.anna_client, talk, "reschedule", **at(minutes))
        kinds(house)
    assert kinds(house) == both("invitation")
    assert {one.told["starts_at"] for one in followed(house) if one.state == "waiting"} == {at(60)["starts_at"]}
    assert kinds(house, "overtaken") == sorted(both("invitation") * 2)


def test_who_was_told_hears_of_a_change(house: House, talk: dict[str, Any]) -> None:
    followed(house)
    say(house)
    do(house.anna_client, talk, "reschedule", **at(30))
    assert kinds(house) == both("change")


def test_moved_and_moved_back_nobody_hears_of_it(house: House, talk: dict[str, Any]) -> None:
    followed(house)
    say(house)
    for minutes in (30, 0):
        do(house.anna_client, talk, "reschedule", **at(minutes))
        followed(house)
    assert kinds(house) == []


def test_an_answer_is_no_news(house: House, talk: dict[str, Any]) -> None:
    followed(house)
    say(house)
    do(house.sara_client, talk, "accept")
    assert kinds(house) == []


def test_called_off_before_it_was_told_nothing_goes_out(house: House, talk: dict[str, Any]) -> None:
    followed(house)
    do(house.anna_client, talk, "cancel")
    assert kinds(house) == []


def test_called_off_before_it_was_followed_nothing_is_made(house: House, talk: dict[str, Any]) -> None:
    do(house.anna_client, talk, "cancel")
    assert followed(house) == []


def test_who_was_told_hears_that_it_is_off(house: House, talk: dict[str, Any]) -> None:
    followed(house)
    say(house)
    do(house.sara_client, talk, "decline")
    do(house.anna_client, talk, "cancel")
    assert kinds(house) == both("cancellation")


def test_a_restriction_wins(house: House, talk: dict[str, Any]) -> None:
    today = datetime.now(UTC).date()
    until = {"starts_on": today - timedelta(days=1), "ends_on": today + timedelta(days=30)}
    people = {"student_id": house.ids["student"], "guardian_id": house.ids["omar"]}
    put(house, Restriction(school_id=house.id, kind="no_contact", basis="Gezien.", **people, **until))
    assert kinds(house) == [("invitation", "sara")]


def test_the_other_parent_hears_nothing_of_a_talk_with_one(house: House) -> None:
    proposed(begun(house).anna_client, with_one(house))
    assert kinds(house) == [("invitation", "sara")]


def test_who_joins_is_invited(house: House) -> None:
    made = proposed(begun(house).anna_client, with_one(house))
    followed(house)
    say(house)
    house.anna_client.made(
        f"/v1/conversations/{made['id']}/participants", {"role": "other_guardian", "guardian_id": house.omar}
    )
    assert kinds(house) == [("invitation", "omar")]
