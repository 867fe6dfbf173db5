"""A round that is published, made from rows: quick, and without a planner."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from house import House
from sqlalchemy import select
from sqlmodel import col

from domain.conferences.models.bookings import Booking
from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.places import ConferenceRoom, ConferenceSession
from domain.conferences.models.requests import RequestParty, TalkRequest
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.schedules import Schedule, ScheduledTalk
from domain.conferences.models.staff import ConferenceInterpreter, ConferenceStaff
from domain.conversations.models.conversations import Conversation
from domain.kernel.row import new_id
from domain.school.calendar import flemish_holidays, is_school_day, school_year_of

ZONE = ZoneInfo("Europe/Brussels")
DAYS = 3
"""From the first session to the second: school days, all of them."""


def _tuesday() -> date:
    """Two weeks ahead or more, with school on that day and on the two after it."""
    soon = datetime.now(ZONE).date() + timedelta(days=14)
    tuesdays = (soon + timedelta(days=(1 - soon.weekday()) % 7 + 7 * week) for week in range(20))
    return next(day for day in tuesdays if all(_is_at_school(day + timedelta(days=more)) for more in range(DAYS)))


def _is_at_school(day: date) -> bool:
    return is_school_day(day, flemish_holidays(school_year_of(day)))


FIRST = datetime.combine(_tuesday(), time(17), ZONE).astimezone(UTC)
"""The first session begins at 17.00 at school (a Tuesday); the second is two days later in the morning."""
SECOND = datetime.combine(_tuesday() + timedelta(days=2), time(9), ZONE).astimezone(UTC)
LONG = timedelta(hours=3)

TALKS: dict[str, dict[str, Any]] = {
    "sara_anna": {"families": ["sara"], "students": ["student"], "staff": ["anna"], "need": "must"},
    "omar_anna": {"families": ["omar"], "students": ["student"], "staff": ["anna"]},
    "els_bram": {"families": ["other"], "students": ["other_student"], "staff": ["bram"]},
}
FIGURES = {
    "proof": {"gap": 0.0, "weight_left_at_least": 0},
    "summary": {
        **dict.fromkeys(("placed", "left_out", "mandatory_left", "weight_left", "published_changes"), 0),
        **dict.fromkeys(("mean_wait_minutes", "longest_wait_minutes", "families_coming_twice"), 0),
        "gap": 0.0,
        "proven_levels": 2,
    },
}
PARTIES = {"families": "family_id", "students": "student_id", "staff": "staff_id"}


@dataclass
class Rows:
    """A round of a house with all its rows by name; ids as strings through attributes."""

    house: House
    id: UUID = field(default_factory=new_id)
    ids: dict[str, UUID] = field(default_factory=dict)

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        return str(self.ids[name])

    @property
    def url(self) -> str:
        return f"/v1/conference-rounds/{self.id}"


def local(moment: datetime = FIRST, minutes: int = 0) -> str:
    """So many minutes later, as clocks at the school and problems have it."""
    return f"{(moment + timedelta(minutes=minutes)).astimezone(ZONE):%Y-%m-%dT%H:%M}"


def window(start: datetime = FIRST, lasting: timedelta = LONG) -> dict[str, str]:
    return {"starts_at": start.isoformat(), "ends_at": (start + lasting).isoformat()}


WHOLE = [window(), window(SECOND)]
"""Both sessions, from start to end."""


def planning_round(house: House, talks: dict[str, dict[str, Any]] | None = None, **more: Any) -> Rows:
    """A round in state `planning`: two sessions, a room, Anna and Bram, three families, and what is asked for."""
    rows = Rows(house)
    house.run(_keep(house, _round(rows, more), _people(rows), *_asked(rows, talks or TALKS)))
    return rows


def _round(rows: Rows, more: dict[str, Any]) -> list[Any]:
    told = {"name": {"nl": "Herfstronde"}, "level": "primary", "status": "planning", "booking": {}} | more
    return [ConferenceRound(school_id=rows.house.id, id=rows.id, **told)]


def _people(rows: Rows) -> list[Any]:
    here: dict[str, Any] = {"school_id": rows.house.id, "round_id": rows.id}
    ids = rows.house.ids
    sessions = {
        name: ConferenceSession(**here, starts_at=start, ends_at=start + LONG)
        for name, start in (("first", FIRST), ("second", SECOND))
    }
    families = {
        name: ConferenceFamily(**here, household_id=ids[f"{name}_household"], available=WHOLE, status="answered")
        for name in ("sara", "omar", "other")
    }
    rows.ids = {name: row.id for name, row in {**sessions, **families}.items()}
    places = [{"session_id": str(one.id), "room_id": rows.house.room} for one in sessions.values()]
    return [
        *sessions.values(),
        *families.values(),
        ConferenceRoom(**here, room_id=ids["room"]),
        ConferenceStaff(**here, staff_id=ids["anna"], places=places),
        ConferenceStaff(**here, staff_id=ids["bram"]),
        ConferenceInterpreter(**here, interpreter_id=ids["interpreter"], available=WHOLE),
    ]


def _asked(rows: Rows, talks: dict[str, dict[str, Any]]) -> tuple[list[Any], list[Any]]:
    """Requests, and their parties."""
    usual = {"brought_by": "guardian", "topics": ["Hoe gaat het met lezen?"]}
    here: dict[str, Any] = {"school_id": rows.house.id, "round_id": rows.id}
    asked = {
        name: TalkRequest(**here, **usual | {key: said for key, said in told.items() if key not in PARTIES})
        for name, told in talks.items()
    }
    rows.ids |= {name: one.id for name, one in asked.items()}
    return list(asked.values()), [
        RequestParty(
            school_id=rows.house.id,
            request_id=asked[name].id,
            position=place,
            **{column: (rows.ids if kind == "families" else rows.house.ids)[who]},
        )
        for name, told in talks.items()
        for kind, column in PARTIES.items()
        for place, who in enumerate(told[kind])
    ]


def drafted(
    rows: Rows,
    times: dict[str, datetime | None],
    based_on: str | None = None,
    supposed: dict[str, Any] | None = None,
    **more: Any,
) -> str:
    """A draft schedule with these talks at these times (None: left out), Anna's in the room; its id.

    `supposed`: it was planned anew, as this changed.
    """
    ids = rows.house.ids
    made = {"name": "Ontwerp", "based_on_id": based_on, "figures": FIGURES, "curve": [[1.5, len(times), 0, 0, 0, 0]]}
    made |= {"origin": "replanned", "relaxation": supposed} if supposed else {}
    schedule = Schedule(school_id=rows.house.id, round_id=rows.id, **made)
    stood = rows.house.run(_standing(rows))
    talks = [_talk(rows, schedule.id, name, start, ids["room"], **more) for name, start in times.items()]
    for talk in talks:
        talk.stood_at = stood.get(talk.request_id)
    rows.house.run(_keep(rows.house, [schedule], talks))
    return str(schedule.id)


def _talk(rows: Rows, schedule_id: UUID, name: str, start: datetime | None, room: UUID, **more: Any) -> ScheduledTalk:
    key = {"school_id": rows.house.id, "schedule_id": schedule_id, "request_id": rows.ids[name]}
    if start is None:
        return ScheduledTalk(**key, left_out=more.get("left_out") or {"reason": "no_common_time", "relaxation": None})
    session = rows.ids["first" if start < SECOND else "second"]
    place = {"room_id": room if name.endswith("_anna") else None}
    times = {"starts_at": start, "ends_at": start + timedelta(minutes=10)}
    return ScheduledTalk(**key, session_id=session, interpreter_id=more.get("interpreter_id"), **place | times)


QUARTER = timedelta(minutes=15)
PLANNED: dict[str, datetime | None] = {
    "sara_anna": FIRST,
    "omar_anna": FIRST + 4 * QUARTER,
    "els_bram": FIRST + QUARTER,
}


def published_round(house: House, times: dict[str, datetime | None] | None = None) -> Rows:
    """A round that was published: Sara and Omar each with Anna, Els with Bram, an hour in all. `schedule` is its id."""
    rows = planning_round(house)
    rows.ids["schedule"] = UUID(drafted(rows, times or PLANNED))
    house.admin_client.made(f"/v1/conference-schedules/{rows.schedule}/publish", {})
    return rows


async def _keep(house: House, *parts: list[Any]) -> None:
    async with house.database.working_for(house.id) as session:
        for part in parts:
            session.add_all(part)
            await session.flush()


def bookings(rows: Rows) -> dict[str, Any]:
    """Name of the request -> its booking."""
    return rows.house.run(_bookings(rows))  # type: ignore[no-any-return]


async def _standing(rows: Rows) -> dict[UUID, datetime]:
    async with rows.house.database.working_for(rows.house.id) as session:
        there = (col(Booking.conversation_id) == col(Conversation.id), col(Conversation.status) != "cancelled")
        standing = select(col(Booking.request_id), col(Conversation.starts_at)).where(*there)
        return {one.request_id: one.starts_at for one in await session.execute(standing)}


async def _bookings(rows: Rows) -> dict[str, Booking]:
    names = {request_id: name for name, request_id in rows.ids.items()}
    async with rows.house.database.working_for(rows.house.id) as session:
        found = await session.rows(select(Booking).where(col(Booking.round_id) == rows.id))
    return {names[one.request_id]: one for one in found}
