"""What a document must hold beyond its form: names that are there and unique, a walk between any two rooms."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from domain.conferences.planner.document import MeetingDocument, ProblemDocument
from domain.conferences.planner.flaws import MISSING, Flaw, pointer
from domain.conferences.planner.words import Words

UNKNOWN_REFERENCE = Words(
    "unknown_reference",
    "Dit verwijst naar iets dat niet in het document staat.",
    "Ceci renvoie à un élément absent du document.",
    "This refers to something that is not in the document.",
)
DUPLICATE = Words("duplicate", "Dit staat er twee keer.", "Ceci y figure deux fois.", "This stands here twice.")
SESSIONS_OVERLAP = Words(
    "sessions_overlap",
    "Twee oudercontactmomenten overlappen.",
    "Deux sessions se chevauchent.",
    "Two sessions overlap.",
)
NO_ROOM = Words(
    "no_room",
    "Deze leraar heeft in geen enkele sessie een lokaal.",
    "Cet enseignant n'a de local à aucune session.",
    "This teacher has no room in any session.",
)
ONE_WAY = Words(
    "one_way",
    "Heen en terug is even ver.",
    "L'aller et le retour durent aussi longtemps.",
    "There and back take the same time.",
)

COLLECTIONS = ("sessions", "locations", "rooms", "teachers", "interpreters", "students", "households", "meetings")


def checked(read: ProblemDocument) -> Iterator[Flaw]:
    """The flaws of a document whose form is right."""
    ids = {name: {thing.id for thing in getattr(read, name)} for name in COLLECTIONS}
    for name in COLLECTIONS:
        yield from twice((name,), [thing.id for thing in getattr(read, name)], "id")
    yield from sessions_apart(read)
    yield from walks(read)
    yield from staff(read, ids)
    yield from families(read, ids)
    rooms = {teacher.id: len(teacher.room_by_session) for teacher in read.teachers}
    for place, meeting in enumerate(read.meetings):
        yield from talk(("meetings", place), meeting, ids, rooms)


def twice(where: Sequence[Any], names: list[str], *field: str) -> Iterator[Flaw]:
    """Every name that stands there for the second time."""
    if len(set(names)) == len(names):
        return
    seen: Counter[str] = Counter()
    for place, name in enumerate(names):
        seen[name] += 1
        if seen[name] > 1:
            yield Flaw(pointer(*where, place, *field), DUPLICATE)


def unknown(where: Sequence[Any], names: Iterable[str], known: set[str]) -> Iterator[Flaw]:
    for place, name in enumerate(names):
        if name not in known:
            yield Flaw(pointer(*where, place), UNKNOWN_REFERENCE)


def sessions_apart(read: ProblemDocument) -> Iterator[Flaw]:
    in_time = sorted(range(len(read.sessions)), key=lambda place: read.sessions[place].start)
    for first, second in pairwise(in_time):
        if read.sessions[second].start < read.sessions[first].end:
            yield Flaw(pointer("sessions", second, "start"), SESSIONS_OVERLAP)


def walks(read: ProblemDocument) -> Iterator[Flaw]:
    """Between any two locations that have rooms there is a walk, as long there as back."""
    locations = {location.id for location in read.locations}
    for place, room in enumerate(read.rooms):
        if room.location not in locations:
            yield Flaw(pointer("rooms", place, "location"), UNKNOWN_REFERENCE)
    used = sorted({room.location for room in read.rooms} & locations)
    there: Callable[[str, str], int | None] = lambda a, b: read.walking_minutes.get(a, {}).get(b)  # noqa: E731
    for a in used:
        for b in used:
            if there(a, b) is None:
                yield Flaw(pointer("walking_minutes", a, b), MISSING)
            elif a < b and there(b, a) not in {None, there(a, b)}:
                yield Flaw(pointer("walking_minutes", a, b), ONE_WAY)


def staff(read: ProblemDocument, ids: dict[str, set[str]]) -> Iterator[Flaw]:
    for place, teacher in enumerate(read.teachers):
        for session, room in teacher.room_by_session.items():
            if session not in ids["sessions"] or room not in ids["rooms"]:
                yield Flaw(pointer("teachers", place, "room_by_session", session), UNKNOWN_REFERENCE)


def families(read: ProblemDocument, ids: dict[str, set[str]]) -> Iterator[Flaw]:
    for place, household in enumerate(read.households):
        if household.staff_teacher is not None and household.staff_teacher not in ids["teachers"]:
            yield Flaw(pointer("households", place, "staff_teacher"), UNKNOWN_REFERENCE)
    for place, separation in enumerate(read.separated_households):
        where = ("separated_households", place, "households")
        yield from unknown(where, separation.households, ids["households"])
        yield from twice(where, separation.households)
        if separation.rule == "min_gap" and separation.minutes is None:
            yield Flaw(pointer("separated_households", place, "minutes"), MISSING)


def talk(
    where: Sequence[Any], meeting: MeetingDocument, ids: dict[str, set[str]], rooms: dict[str, int]
) -> Iterator[Flaw]:
    for field in ("households", "students", "teachers"):
        names = getattr(meeting, field)
        yield from unknown((*where, field), names, ids[field])
        yield from twice((*where, field), names)
    if rooms.get(meeting.teachers[0]) == 0:
        yield Flaw(pointer(*where, "teachers", 0), NO_ROOM)
