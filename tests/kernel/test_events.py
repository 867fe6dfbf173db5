"""Events: in the same transaction as the deed, with ids only."""

from typing import Any

import pytest
from house import House
from sqlalchemy import text

from domain.kernel.events import Event, record
from domain.kernel.row import new_id


async def _kept(house: House) -> list[Any]:
    async with house.database.working_for(house.id) as session:
        found = await session.execute(text("SELECT * FROM events ORDER BY sequence"))
        return list(found.mappings())


def test_an_event_lives_and_dies_with_its_deed(house: House) -> None:
    async def deed(*, fails: bool) -> None:
        async with house.database.working_for(house.id) as session:
            record(session, "room.changed", "rooms", new_id())
            if fails:
                raise KeyError

    with pytest.raises(KeyError):
        house.run(deed(fails=True))
    assert house.run(_kept(house)) == []
    house.run(deed(fails=False))
    assert len(house.run(_kept(house))) == 1


def test_an_event_says_who_what_and_when(house: House) -> None:
    made = house.admin_client.made("/v1/rooms", {"name": "Zonnebloem"})
    [event] = house.run(_kept(house))
    assert (event["type"], event["resource"], str(event["resource_id"])) == ("room.created", "rooms", made["id"])
    assert (event["actor_id"], event["data"], event["school_id"]) == (None, {}, house.id)
    assert event["occurred_at"].tzinfo is not None


def test_ids_beside_it_are_told_and_missing_ones_left_out(house: House) -> None:
    async def deed() -> None:
        async with house.database.working_for(house.id) as session:
            record(
                session, "x.done", "rooms", new_id(), class_id=house.ids["first_class"], student_id=None, kind="test"
            )

    house.run(deed())
    assert house.run(_kept(house))[0]["data"] == {"class_id": house.first_class, "kind": "test"}


def test_numbers_rise_and_belong_to_their_transaction(house: House) -> None:
    async def deeds(count: int) -> None:
        async with house.database.working_for(house.id) as session:
            for _ in range(count):
                record(session, "x.done", "rooms", new_id())

    house.run(deeds(2))
    house.run(deeds(1))
    first, second, third = house.run(_kept(house))
    assert first["transaction_id"] == second["transaction_id"] < third["transaction_id"]
    assert first["sequence"] < second["sequence"] < third["sequence"]


def test_nobody_chooses_a_number(house: House) -> None:
    """Identity ALWAYS: a number that is given is refused."""

    async def cheat() -> None:
        async with house.database.working_for(house.id) as session:
            session.add(Event(school_id=house.id, sequence=1, type="x", resource="rooms", resource_id=new_id()))

    with pytest.raises(Exception, match="sequence"):
        house.run(cheat())
