"""Nobody is in two places at once, however many ask at the same time (R16)."""

from collections.abc import Iterator

import asyncpg
import pytest
from conversations.talks import SOON, at, deed, do, of_bram, planned, pointed, proposed, refused, with_one
from house import House


def taken(answer: object) -> list[str]:
    assert refused(answer) == (409, "double_booking")
    return [code for _, code in pointed(answer)]


def test_what_is_offered_once_is_held_at_once(house: House) -> None:
    proposed(house.anna_client, with_one(house))
    again = house.anna_client.post("/v1/conversations", with_one(house, "omar"))
    assert taken(again) == ["room_taken", "teacher_taken"]
    assert len(house.anna_client.get("/v1/conversations").json()["items"]) == 1
    proposed(house.anna_client, with_one(house, "omar", **at(20)))


def test_a_household_is_in_one_conversation_at_a_time(house: House) -> None:
    proposed(house.anna_client, with_one(house))
    people = [{"role": "teacher", "staff_id": house.bram}, {"role": "guardian", "guardian_id": house.sara}]
    also = with_one(house, participants=people, room_id=None)
    assert taken(house.admin_client.post("/v1/conversations", also)) == ["household_taken"]


def test_an_interpreter_is_held_longer_than_the_talk(house: House) -> None:
    interpreter = {"role": "interpreter", "interpreter_id": house.interpreter}
    talk = with_one(house)
    made = proposed(house.anna_client, talk | {"participants": [*talk["participants"], interpreter]})
    assert made["interpreter_buffer_minutes"] == 10
    assert made["ends_at"] == (SOON.replace(minute=20)).isoformat()

    of_other = of_bram(house)
    after = [*of_other["participants"], interpreter]
    next_one = house.bram_client.post("/v1/conversations", of_other | at(25) | {"participants": after})
    assert taken(next_one) == ["interpreter_taken"]
    proposed(house.bram_client, of_other | at(30) | {"participants": after})


def test_several_offers_hold_nothing_until_one_is_chosen(house: House) -> None:
    open_talk = proposed(house.anna_client, with_one(house, other_times=[at(60)]))
    proposed(house.anna_client, with_one(house, "omar"))
    first, second = (one["id"] for one in open_talk["offered_times"])
    gone = house.sara_client.post(deed(open_talk, "accept"), {"proposal_id": first})
    assert taken(gone) == ["room_taken", "teacher_taken"]
    assert do(house.sara_client, open_talk, "accept", proposal_id=second)["status"] == "planned"


@pytest.mark.parametrize("verb", ["cancel", "no-show", "decline", "reschedule"])
def test_what_is_no_longer_needed_is_free_again(house: House, verb: str) -> None:
    talk = planned(house, with_one(house))
    bodies = {"decline": {"guardian_id": house.sara}, "reschedule": at(60)}
    do(house.anna_client, talk, verb, **bodies.get(verb, {}))
    proposed(house.anna_client, with_one(house, "omar"))


def test_who_steps_back_is_free_while_the_others_stay(house: House) -> None:
    talk = planned(house)
    do(house.sara_client, talk, "decline")
    people = [{"role": "teacher", "staff_id": house.bram}]
    for guardian, status in (("sara", 201), ("omar", 409)):
        mine = [*people, {"role": "guardian", "guardian_id": getattr(house, guardian)}]
        also = with_one(house, guardian, participants=mine, room_id=None, meeting_type="constructive-conversation")
        also |= at(lasting=30) | {"goal": "Samen kijken naar het lezen", "strengths": ["Helpt graag", "Rekent vlot"]}
        assert house.admin_client.post("/v1/conversations", also).status_code == status, guardian


def test_a_changed_room_is_held_in_place_of_the_old_one(house: House) -> None:
    other_room = house.admin_client.made("/v1/rooms", {"name": "Turnzaal"})["id"]
    talk = proposed(house.anna_client, with_one(house))
    proposed(house.bram_client, of_bram(house, room_id=other_room))
    url = f"/v1/conversations/{talk['id']}"
    assert taken(house.anna_client.patch(url, {"room_id": other_room})) == ["room_taken"]
    assert house.anna_client.patch(url, {"room_id": None}).status_code == 200
    proposed(house.bram_client, of_bram(house, room_id=house.room, **at(20)))


def together(house: House) -> list[int]:
    """Both parents are offered the same minutes of Anna, at the same time; the statuses of the answers."""
    asked = [("POST", "/v1/conversations", {"json": with_one(house, guardian)}) for guardian in ("sara", "omar")]
    return sorted(answer.status_code for answer in house.admin_client.together(*asked))


def test_of_two_at_the_same_time_exactly_one_wins(house: House) -> None:
    assert together(house) == [201, 409]


@pytest.fixture
def claims_without_key(house: House, database_url: str) -> Iterator[None]:
    """The table of claims as it would be without its primary key."""

    async def execute(*statements: str) -> None:
        connection = await asyncpg.connect(database_url)
        for statement in statements:
            await connection.execute(statement)
        await connection.close()

    house.run(execute("ALTER TABLE claims DROP CONSTRAINT claims_pkey"))
    yield
    key = "ALTER TABLE claims ADD CONSTRAINT claims_pkey PRIMARY KEY (school_id, resource_id, cell)"
    house.run(execute(f"DELETE FROM claims WHERE school_id = '{house.id}'", key))


@pytest.mark.usefixtures("claims_without_key")
def test_nothing_but_the_key_of_the_claims_keeps_them_apart(house: House) -> None:
    assert together(house) == [201, 201]
