"""A published round, straight in the database: two teachers, three families of which two are parents apart, five talks.

On Tuesday, Sara talks with Anna in the main building and then with Bram in the pavilion, Omar with Anna later on, and
Els with Bram. On Thursday, Sara and Omar talk with Anna together.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from house import House

from domain.conferences.models import (
    Booking,
    ConferenceFamily,
    ConferenceLocation,
    ConferenceRoom,
    ConferenceRound,
    ConferenceSession,
    ConferenceStaff,
    RequestParty,
    TalkRequest,
)
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.kernel.claims import Claim, Claimed
from domain.kernel.resources import ResourceKind
from domain.kernel.row import new_id
from domain.school.models import Room

TUESDAY = datetime(2026, 11, 17, 16, 0, tzinfo=UTC)
"""Five in the afternoon at school."""
THURSDAY = datetime(2026, 11, 19, 12, 30, tzinfo=UTC)
TOPIC = "Hoe gaat het met lezen?"


@dataclass
class Evening:
    """The round, with the ids of what is in it."""

    house: House
    round_id: UUID = field(default_factory=new_id)
    ids: dict[str, UUID] = field(default_factory=dict)

    def url(self, rest: str = "timetable") -> str:
        return f"/v1/conference-rounds/{self.round_id}/{rest}"

    def of_family(self, family: str, ending: str = "") -> str:
        return self.url(f"timetables/family/{self.ids[family]}{ending}")

    def of_staff(self, name: str, ending: str = "") -> str:
        return self.url(f"timetables/staff/{getattr(self.house, name)}{ending}")

    def of_room(self, room: str, ending: str = "") -> str:
        return self.url(f"timetables/room/{self.ids[room]}{ending}")

    def change(self, table: type[Any], name: str, **values: Any) -> None:
        """Something of it changes behind the API's back."""

        async def done() -> None:
            async with self.house.database.working_for(self.house.id) as session:
                row = await session.get(table, (self.house.id, self.ids.get(name, self.round_id)))
                for field_name, value in values.items():
                    setattr(row, field_name, value)

        self.house.run(done())


def published(house: House, **more: Any) -> Evening:
    """The evening of this school."""
    evening = Evening(house)
    house.run(_stored(evening, more))
    return evening


async def _stored(evening: Evening, more: dict[str, Any]) -> None:
    async with evening.house.database.working_for(evening.house.id) as session:
        for rows in (_ground(evening, more), _people(evening), *_talks(evening)):
            session.add_all(rows)
            await session.flush()


def _ground(evening: Evening, more: dict[str, Any]) -> list[Any]:
    at, ids = {"school_id": evening.house.id}, evening.ids
    ids |= {name: new_id() for name in ("tuesday", "thursday", "atelier", "pavilion", "main")}
    ids["leeshoek"] = evening.house.ids["room"]
    name = {"nl": "Oudercontact herfst", "fr": "Réunion de parents d'automne"}
    fields = {"name": name, "level": "primary", "status": "published", "published_at": datetime.now(UTC)}
    defaults = {"mode": "availability_first", "student_part": "not_invited", "booking": {}}
    return [
        ConferenceRound(**at, id=evening.round_id, **{**fields, **defaults, **more}),
        Room(**at, id=ids["atelier"], name="Atelier"),
    ]


def _people(evening: Evening) -> list[Any]:
    house, ids = evening.house, evening.ids
    here = {"school_id": house.id, "round_id": evening.round_id}
    ids |= {name: new_id() for name in ("sara", "omar", "els")}
    homes = {"sara": "sara_household", "omar": "omar_household", "els": "other_household"}
    pause = _span(TUESDAY, 30, 10)
    walks = [{"location_id": str(ids["pavilion"]), "minutes": 7}]
    return [
        ConferenceSession(**here, id=ids["tuesday"], starts_at=TUESDAY, ends_at=TUESDAY + timedelta(hours=2)),
        ConferenceSession(**here, id=ids["thursday"], starts_at=THURSDAY, ends_at=THURSDAY + timedelta(hours=1)),
        ConferenceLocation(**here, id=ids["main"], name="Hoofdgebouw", walks=walks),
        ConferenceLocation(**here, id=ids["pavilion"], name="Paviljoen", walks=[]),
        ConferenceRoom(**here, room_id=ids["leeshoek"], location_id=ids["main"]),
        ConferenceRoom(**here, room_id=ids["atelier"], location_id=ids["pavilion"]),
        _staff(evening, "anna", "leeshoek", breaks=[pause]),
        _staff(evening, "bram", "atelier", available=[_span(TUESDAY, 0, 60)]),
        *(
            ConferenceFamily(**here, id=ids[name], household_id=house.ids[home], available=[], status="answered")
            for name, home in homes.items()
        ),
    ]


def _staff(evening: Evening, name: str, room: str, **more: Any) -> ConferenceStaff:
    places = [
        {"session_id": str(evening.ids[session]), "room_id": str(evening.ids[room])}
        for session in ("tuesday", "thursday")
    ]
    staff_id = evening.house.ids[name]
    evening.ids[f"staff_{name}"] = new_id()
    here = {"school_id": evening.house.id, "round_id": evening.round_id}
    return ConferenceStaff(**here, id=evening.ids[f"staff_{name}"], staff_id=staff_id, places=places, **more)


def _span(start: datetime, after: int, minutes: int) -> dict[str, str]:
    begin = start + timedelta(minutes=after)
    return {"starts_at": begin.isoformat(), "ends_at": (begin + timedelta(minutes=minutes)).isoformat()}


def _talks(evening: Evening) -> list[list[Any]]:
    found = [
        talk(evening, "sara_anna", "anna", ["sara"], TUESDAY, topics=[TOPIC]),
        talk(evening, "sara_bram", "bram", ["sara"], TUESDAY + timedelta(minutes=20), room="atelier"),
        talk(evening, "omar_anna", "anna", ["omar"], TUESDAY + timedelta(minutes=50)),
        talk(
            evening, "els_bram", "bram", ["els"], TUESDAY + timedelta(minutes=40), room="atelier", child="other_student"
        ),
        talk(evening, "together", "anna", ["sara", "omar"], THURSDAY, interpreted=True),
    ]
    return [[row for rows in found for row in rows[part]] for part in range(3)]


def talk(  # noqa: PLR0913
    evening: Evening,
    name: str,
    teacher: str,
    families: list[str],
    starts_at: datetime,
    *,
    room: str = "leeshoek",
    child: str = "student",
    interpreted: bool = False,
    **more: Any,
) -> tuple[list[Any], list[Any], list[Any]]:
    """The rows of a talk, in the order in which they point to each other."""
    house, ids = evening.house, evening.ids
    at = {"school_id": house.id}
    ids[name] = new_id()
    ids[f"{name}_request"] = request_id = new_id()
    ends_at = starts_at + timedelta(minutes=10)
    session = "tuesday" if starts_at.date() == TUESDAY.date() else "thursday"
    guardians = {"sara": "sara", "omar": "omar", "els": "other_guardian"}
    request = TalkRequest(
        **at,
        id=request_id,
        round_id=evening.round_id,
        brought_by="teacher",
        interpreter_language="ar" if interpreted else None,
        **more,
    )
    conversation = Conversation(
        **at,
        id=ids[name],
        meeting_type="parent-teacher-conference",
        student_id=house.ids[child],
        status="planned",
        starts_at=starts_at,
        ends_at=ends_at,
        room_id=ids[room],
        is_time_chosen=True,
    )
    parties = [{"student_id": house.ids[child]}, {"staff_id": house.ids[teacher]}]
    parties += [{"family_id": ids[family]} for family in families]
    roles = ["guardian", "other_guardian"]
    people = [{"role": "teacher", "staff_id": house.ids[teacher]}] + [
        {"role": role, "guardian_id": house.ids[guardians[family]], "answer": "invited"}
        for role, family in zip(roles, families, strict=False)
    ]
    people += [{"role": "interpreter", "interpreter_id": house.ids["interpreter"]}] if interpreted else []
    booking = Booking(
        **at,
        round_id=evening.round_id,
        request_id=request_id,
        conversation_id=ids[name],
        session_id=ids[session],
        origin="planned",
    )
    taken = Claimed(ResourceKind.TEACHER, house.ids[teacher], starts_at, ends_at)
    claims = [
        Claim(**at, resource_id=taken.resource_id, cell=cell, kind=taken.kind, holder_id=ids[name])
        for cell in taken.cells()
    ]
    return (
        [request, conversation],
        [RequestParty(**at, request_id=request_id, **party) for party in parties],
        [booking, *claims, *(Participant(**at, conversation_id=ids[name], **one) for one in people)],
    )
