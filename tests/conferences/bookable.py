"""A round whose times families choose by themselves: a room, Anna, Bram, three families; two evenings to come."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from conferences.published import Rows
from house import Client, House
from sqlalchemy import select, update
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.places import ConferenceLocation, ConferenceRoom, ConferenceSession
from domain.conferences.models.requests import RequestParty, TalkRequest
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.staff import ConferenceInterpreter, ConferenceStaff
from domain.kernel.row import new_id
from domain.school.models.class_staff import ClassStaff
from domain.school.models.rooms import Room

WEEKDAYS = 5
LONG = timedelta(hours=1)
Talk = dict[str, Any]


def _first_evening() -> datetime:
    soon = datetime.now(UTC).replace(hour=16, minute=0, second=0, microsecond=0) + timedelta(days=14)
    return soon if soon.weekday() < WEEKDAYS - 1 else soon + timedelta(days=7 - soon.weekday())


FIRST = _first_evening()
"""A weekday, and so is the day after."""
SECOND = FIRST + timedelta(days=1)


def at(minutes: int = 0, evening: datetime = FIRST) -> str:
    return (evening + timedelta(minutes=minutes)).isoformat()


def window(evening: datetime = FIRST, minutes: int = 0, lasting: timedelta = LONG) -> dict[str, str]:
    return {"starts_at": at(minutes, evening), "ends_at": at(minutes, evening + lasting)}


def bookable(house: House, *, staff: Talk | None = None, families: dict[str, Talk] | None = None, **more: Any) -> Rows:
    """Booking comes first, and is open. `staff`: more about Anna; `families`: more about each, by name."""
    rows = Rows(house)
    told = {"name": {"nl": "Kies zelf"}, "level": "primary", "status": "open", "mode": "booking_first", "booking": {}}
    made = ConferenceRound(school_id=house.id, id=rows.id, **told | more)
    keep(house, [made], _places(rows), _people(rows, staff or {}, families or {}))
    return rows


def _places(rows: Rows) -> list[Any]:
    here: dict[str, Any] = {"school_id": rows.house.id, "round_id": rows.id}
    rows.ids = {name: new_id() for name in ("first", "second", "north", "south", "gym")}
    walk = [{"location_id": str(rows.ids["south"]), "minutes": 15}]
    return [
        Room(school_id=rows.house.id, id=rows.ids["gym"], name="Turnzaal"),
        ConferenceLocation(**here, id=rows.ids["north"], name="Noord", walks=walk),
        ConferenceLocation(**here, id=rows.ids["south"], name="Zuid"),
        ConferenceSession(**here, id=rows.ids["first"], starts_at=FIRST, ends_at=FIRST + LONG),
        ConferenceSession(**here, id=rows.ids["second"], starts_at=SECOND, ends_at=SECOND + LONG),
    ]


def _people(rows: Rows, anna: Talk, families: dict[str, Talk]) -> list[Any]:
    here: dict[str, Any] = {"school_id": rows.house.id, "round_id": rows.id}
    ids = rows.house.ids
    homes = {
        name: ConferenceFamily(
            **here, household_id=ids[f"{name}_household"], **{"available": []} | families.get(name, {})
        )
        for name in ("sara", "omar", "other")
    }
    rows.ids |= {name: row.id for name, row in homes.items()}
    rooms = {"anna": ids["room"], "bram": rows.ids["gym"]}
    places = {
        who: [{"session_id": str(rows.ids[one]), "room_id": str(room)} for one in ("first", "second")]
        for who, room in rooms.items()
    }
    both = [window(), window(SECOND)]
    staff = [
        ConferenceStaff(**here, staff_id=ids["anna"], places=places["anna"], **anna),
        ConferenceStaff(**here, staff_id=ids["bram"], places=places["bram"]),
    ]
    rows.ids |= {"staff_anna": staff[0].id, "staff_bram": staff[1].id}
    return [
        *(*homes.values(), *staff),
        ConferenceRoom(**here, room_id=rooms["anna"], location_id=rows.ids["north"]),
        ConferenceRoom(**here, room_id=rooms["bram"], location_id=rows.ids["south"]),
        ConferenceInterpreter(**here, interpreter_id=ids["interpreter"], available=both),
        ClassStaff(school_id=rows.house.id, class_id=ids["first_class"], staff_id=ids["bram"]),
        ClassStaff(school_id=rows.house.id, class_id=ids["second_class"], staff_id=ids["anna"]),
    ]


def asked(rows: Rows, family: str, student: str, by: str | None = "anna", **more: Any) -> str:
    """A talk with Anna that was asked for: by her, or by the family."""
    ids = rows.house.ids
    here = {"school_id": rows.house.id}
    staff_id = ids[by] if by else None
    one = TalkRequest(
        **here, round_id=rows.id, brought_by="teacher" if by else "guardian", created_by_staff_id=staff_id, **more
    )
    about = [{"family_id": rows.ids[family]}, {"student_id": ids[student]}, {"staff_id": ids["anna"]}]
    keep(rows.house, [one], [RequestParty(**here, request_id=one.id, **party) for party in about])
    return str(one.id)


def asked_along(rows: Rows, family: str, request_id: UUID | str) -> None:
    """Another household, which has not said yes."""
    of_it = {"school_id": rows.house.id, "request_id": UUID(str(request_id)), "family_id": rows.ids[family]}
    keep(rows.house, [RequestParty(**of_it, position=1, awaits_yes=True)])


def keep(house: House, *parts: list[Any]) -> None:
    house.run(_keep(house, *parts))


async def _keep(house: House, *parts: list[Any]) -> None:
    async with house.database.working_for(house.id) as session:
        for part in parts:
            session.add_all(part)
            await session.flush()


def changed(house: House, table: Any, row_id: Any, **values: Any) -> None:
    """Change columns of a row, as time or the office would."""

    async def change() -> None:
        async with house.database.working_for(house.id) as session:
            row = (await session.execute(select(table).where(col(table.id) == row_id))).scalar_one()
            for name, value in values.items():
                setattr(row, name, value)

    house.run(change())


def stops_teaching(house: House, who: str, class_: str) -> None:
    """As of today."""

    async def stop() -> None:
        async with house.database.working_for(house.id) as session:
            there = (col(ClassStaff.staff_id) == house.ids[who], col(ClassStaff.class_id) == house.ids[class_])
            await session.execute(update(ClassStaff).where(*there).values(ended_on=datetime.now(UTC).date()))

    house.run(stop())


def key() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid4())}


def talk(rows: Rows, minutes: int = 0, staff: str = "anna", **more: Any) -> Talk:
    return {"staff_ids": [getattr(rows.house, staff)], "starts_at": at(minutes), **more}


def ask_to_book(client: Client, rows: Rows, *talks: Talk, headers: dict[str, str] | None = None, **more: Any) -> Any:
    return client.post(f"{rows.url}/bookings", {"talks": list(talks), **more}, headers=headers or key())


def booked(client: Client, rows: Rows, *talks: Talk, **more: Any) -> Any:
    """The first of what was booked; fails when it was refused."""
    answer = ask_to_book(client, rows, *talks, **more)
    assert answer.status_code == 201, answer.text
    return answer.json()["items"][0]


def open_times(client: Client, rows: Rows, staff: str = "anna", **query: Any) -> list[str]:
    """Minutes after the first evening began."""
    answer = client.get(f"{rows.url}/slots", params={"staff_id": getattr(rows.house, staff), **query})
    assert answer.status_code == 200, answer.text
    return [one["starts_at"] for one in answer.json()["items"]]


def on_first(times: list[str]) -> list[int]:
    """Those of the first evening, as minutes since it began."""
    found = [int((datetime.fromisoformat(time) - FIRST).total_seconds() // 60) for time in times]
    return [minutes for minutes in found if minutes < 60]


def do(client: Client, made: Talk, verb: str, **body: Any) -> Any:
    """What is answered to a deed with a talk."""
    return client.post(f"/v1/conference-bookings/{made['id']}/{verb}", body, headers=key())


def asked_swap(rows: Rows, *times: int) -> str:
    """Sara has a talk with Anna at 10, Omar at 40; he proposes to change; the swap's id."""
    booked(rows.house.sara_client, rows, talk(rows, 10))
    mine = booked(rows.house.omar_client, rows, talk(rows, 40))
    answer = do(rows.house.omar_client, mine, "swaps", times=[at(minutes) for minutes in times])
    assert answer.json() == {"asked": 1}, answer.text
    return str(rows.house.sara_client.get("/v1/conference-swaps").json()["items"][0]["id"])


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]
