"""No double booking: the primary key refuses, whoever comes second waits, and nobody deadlocks."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from house import House
from sqlalchemy import select
from sqlmodel import col

from domain.kernel.claiming import claim, release
from domain.kernel.claims import Claim, Claimed
from domain.kernel.errors import Conflict
from domain.kernel.resources import ResourceKind
from domain.kernel.row import new_id

AT = datetime(2026, 11, 12, 16, 0, tzinfo=UTC)
ANNA, ROOM = new_id(), new_id()


def taken(
    resource: UUID = ANNA, start: int = 0, minutes: int = 20, kind: ResourceKind = ResourceKind.TEACHER
) -> Claimed:
    """A resource from `start` minutes after the usual time."""
    starts_at = AT + timedelta(minutes=start)
    return Claimed(kind, resource, starts_at, starts_at + timedelta(minutes=minutes))


async def claiming(house: House, holder: UUID, *claimed: Claimed) -> bool:
    """Whether this holder got all of it, in a transaction of its own."""
    try:
        async with house.database.working_for(house.id) as session:
            await claim(session, holder, claimed)
    except Conflict:
        return False
    return True


def got(house: House, *claimed: Claimed, holder: UUID | None = None) -> bool:
    return bool(house.run(claiming(house, holder or new_id(), *claimed)))


async def _held(house: House) -> dict[UUID, int]:
    """How many cells each holder has."""
    async with house.database.working_for(house.id) as session:
        holders = (await session.execute(select(col(Claim.holder_id)))).scalars().all()
    return {holder: holders.count(holder) for holder in holders}


@pytest.mark.parametrize(("start", "minutes", "cells"), [(0, 20, 4), (0, 5, 1), (2, 5, 2), (4, 2, 2), (0, 1, 1)])
def test_an_interval_touches_five_minute_cells(start: int, minutes: int, cells: int) -> None:
    assert len(taken(start=start, minutes=minutes).cells()) == cells


def test_seconds_and_zones_change_nothing() -> None:
    late = Claimed(ResourceKind.ROOM, ROOM, AT, AT + timedelta(minutes=5, seconds=1))
    assert len(late.cells()) == 2
    there = AT.astimezone(tz=None)
    assert Claimed(ResourceKind.ROOM, ROOM, there, there + timedelta(minutes=5)).cells() == taken(minutes=5).cells()


def test_what_touches_does_not_overlap(house: House) -> None:
    assert got(house, taken(start=0, minutes=20))
    assert got(house, taken(start=20, minutes=20))
    assert got(house, taken(start=-20, minutes=20))
    for start, minutes in ((0, 20), (15, 10), (-5, 10), (19, 1), (-60, 120)):
        assert not got(house, taken(start=start, minutes=minutes))


def test_another_resource_is_free(house: House) -> None:
    assert got(house, taken(ANNA))
    assert got(house, taken(ROOM))


def test_all_or_nothing(house: House) -> None:
    assert got(house, taken(ANNA))
    assert not got(house, taken(ROOM, kind=ResourceKind.ROOM), taken(ANNA))
    assert got(house, taken(ROOM, kind=ResourceKind.ROOM)), "the refused one left nothing behind"


def test_a_conflict_names_the_kind_and_nothing_of_the_other(house: House) -> None:
    holder = new_id()
    assert got(house, taken(ANNA), taken(ROOM, kind=ResourceKind.ROOM), holder=holder)

    async def second() -> None:
        async with house.database.working_for(house.id) as session:
            await claim(session, new_id(), [taken(ANNA), taken(ROOM, kind=ResourceKind.ROOM)])

    with pytest.raises(Conflict) as refused:
        house.run(second())
    assert [one.message.code for one in refused.value.details] == ["room_taken", "teacher_taken"]
    assert str(holder) not in f"{refused.value.details}{refused.value.data}"


def test_a_release_frees_its_own_only(house: House) -> None:
    mine, other = new_id(), new_id()
    assert got(house, taken(ANNA), holder=mine)
    assert got(house, taken(ROOM), holder=other)

    async def let_go() -> None:
        async with house.database.working_for(house.id) as session:
            await release(session, mine)

    house.run(let_go())
    assert house.run(_held(house)) == {other: 4}


def test_schools_do_not_stand_in_each_others_way(house: House, other_house: House) -> None:
    assert got(house, taken())
    assert got(other_house, taken())


def test_of_many_at_once_one_wins(house: House) -> None:
    async def all_at_once() -> list[bool]:
        return await asyncio.gather(*(claiming(house, new_id(), taken(start=number % 3 * 5)) for number in range(12)))

    assert house.run(all_at_once()).count(True) == 1
    assert list(house.run(_held(house)).values()) == [4]


def test_the_second_waits_for_the_first_to_end(house: House) -> None:
    """It gets the time when the first rolls back, and is refused when it commits."""

    async def beside(*, fails: bool, start: int) -> bool:
        begun, finish = asyncio.Event(), asyncio.Event()

        async def first() -> None:
            async with house.database.working_for(house.id) as session:
                await claim(session, new_id(), [taken(start=start)])
                begun.set()
                await finish.wait()
                if fails:
                    raise KeyError

        holding = asyncio.create_task(first())
        await begun.wait()
        second = asyncio.create_task(claiming(house, new_id(), taken(start=start)))
        await asyncio.sleep(0.1)
        assert not second.done()
        finish.set()
        await asyncio.gather(holding, return_exceptions=True)
        return await second

    assert house.run(beside(fails=True, start=0))
    assert not house.run(beside(fails=False, start=60))


def test_whoever_names_them_in_another_order_does_not_deadlock(house: House) -> None:
    """Two holders want the same people and rooms, each in its own order, again and again."""
    resources = [new_id() for _ in range(8)]

    async def rounds() -> list[bool]:
        wins: list[bool] = []
        for number in range(10):
            wanted = [taken(one, start=number * 20) for one in resources]
            both = (claiming(house, new_id(), *wanted), claiming(house, new_id(), *reversed(wanted)))
            wins += await asyncio.wait_for(asyncio.gather(*both), 20)
        return wins

    wins = house.run(rounds())
    assert [wins[place : place + 2].count(True) for place in range(0, 20, 2)] == [1] * 10


# what would happen without it


@pytest.fixture
def unguarded(database_url: str, run: Callable[[Any], Any]) -> Any:
    """Makes and drops copies of the table, as its owner."""

    async def on_owner(statement: str) -> None:
        connection = await asyncpg.connect(database_url)
        await connection.execute(statement)
        await connection.close()

    run(on_owner("CREATE TABLE unguarded (LIKE claims); CREATE TABLE guarded (LIKE claims INCLUDING INDEXES)"))
    yield
    run(on_owner("DROP TABLE unguarded; DROP TABLE guarded"))


async def _look_then_insert(url: str, table: str, meet: asyncio.Barrier) -> bool:
    """What a program does that looks first: both look, both see a free cell, both take it."""
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction():
            free = not await connection.fetchval(f"SELECT count(*) FROM {table} WHERE cell = 1")
            await meet.wait()
            statement = f"INSERT INTO {table} VALUES ($1, $1, 1, 'teacher', $2) ON CONFLICT DO NOTHING"
            inserted = await connection.execute(statement, ANNA, new_id())
        return free and inserted == "INSERT 0 1"
    finally:
        await connection.close()


@pytest.mark.parametrize(("table", "winners"), [("unguarded", 2), ("guarded", 1)])
def test_without_the_primary_key_both_would_win(
    unguarded: None, database_url: str, run: Callable[[Any], Any], table: str, winners: int
) -> None:
    async def both() -> list[bool]:
        meet = asyncio.Barrier(2)
        return await asyncio.gather(*(_look_then_insert(database_url, table, meet) for _ in range(2)))

    assert run(both()).count(True) == winners


def test_unsorted_both_would_deadlock(unguarded: None, database_url: str, run: Callable[[Any], Any]) -> None:
    async def insert(cells: tuple[int, int], meet: asyncio.Barrier) -> None:
        connection = await asyncpg.connect(database_url, server_settings={"deadlock_timeout": "50ms"})
        try:
            async with connection.transaction():
                for cell in cells:
                    await connection.execute(
                        "INSERT INTO guarded VALUES ($1, $1, $2, 'room', $3) ON CONFLICT DO NOTHING",
                        ROOM,
                        cell,
                        new_id(),
                    )
                    if cell == cells[0]:
                        await meet.wait()
        finally:
            await connection.close()

    async def both() -> Any:
        meet = asyncio.Barrier(2)
        return await asyncio.gather(insert((1, 2), meet), insert((2, 1), meet), return_exceptions=True)

    assert any(isinstance(one, asyncpg.DeadlockDetectedError) for one in run(both()))
