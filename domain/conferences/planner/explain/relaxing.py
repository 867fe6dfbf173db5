"""What if: a copy of a problem document in which a relaxation has been granted, ready to be solved."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from domain.conferences.planner.document import minute, written

Json = dict[str, Any]


def relaxed(document: Json, entry: Json) -> Json:
    """The document with the relaxation of `entry` (of `unscheduled` in a schedule) granted; the given one stays.

    The talk then fits at that start. A walk is shorter between the two buildings for everyone in the copy, and an
    interpreter who is missing is added for the time of the talk: the format cannot say it for one talk alone.
    """
    copy = deepcopy(document)
    talk, relaxation = _by_id(copy, "meetings", entry["meeting"]), entry["relaxation"]
    start = minute(relaxation["start"])
    granted = Granted(copy, talk, start, start + talk["duration_minutes"])
    for atom in relaxation["atoms"]:
        _GRANTS[atom["kind"]](granted, atom)
    return copy


@dataclass(frozen=True, slots=True)
class Granted:
    document: Json
    talk: Json
    start: int
    end: int


def _by_id(document: Json, collection: str, name: str) -> Json:
    found: Json = next(one for one in document[collection] if one["id"] == name)
    return found


def _window(start: int, end: int) -> Json:
    return {"start": written(start), "end": written(end)}


def _household_window(granted: Granted, atom: Json) -> None:
    household = _by_id(granted.document, "households", atom["who"])
    household["availability"].append(_window(granted.start, granted.end))


def _teacher_window(granted: Granted, atom: Json) -> None:
    """There for the talk. A break gives up the minutes it shares with it: moved, it might push out another talk."""
    teacher = _by_id(granted.document, "teachers", atom["who"])
    teacher["availability"].append(_window(granted.start, granted.end))
    teacher["breaks"] = _without_talk(granted, teacher.get("breaks", []))


def _student_window(granted: Granted, atom: Json) -> None:
    student = _by_id(granted.document, "students", atom["who"])
    student["unavailable"] = _without_talk(granted, student.get("unavailable", []))


def _without_talk(granted: Granted, windows: list[Json]) -> list[Json]:
    """The windows, with the time of the talk cut out of them."""
    pieces = []
    for start, end in ((minute(x["start"]), minute(x["end"])) for x in windows):
        pieces += [(start, min(end, granted.start)), (max(start, granted.end), end)]
    return [_window(start, end) for start, end in pieces if start < end]


def _teacher_run(granted: Granted, atom: Json) -> None:
    _by_id(granted.document, "teachers", atom["who"])["max_consecutive_minutes"] += atom["amount"]


def _max_sessions(granted: Granted, atom: Json) -> None:
    _by_id(granted.document, "households", atom["who"])["max_sessions"] += atom["amount"]


def _interpreter(granted: Granted, atom: Json) -> None:
    known = {one["id"] for one in granted.document.get("interpreters", [])}
    name = next(f"extra-{number}" for number in range(len(known) + 1) if f"extra-{number}" not in known)
    granted.document.setdefault("interpreters", []).append(
        {"id": name, "languages": [atom["who"]], "availability": [_window(granted.start, granted.end)]}
    )


def _walking(granted: Granted, atom: Json) -> None:
    """First the family's own extra minutes, then what the buildings or the change of channel ask."""
    document, short = granted.document, atom["amount"]
    other = _by_id(document, "meetings", atom["beside"])
    family = atom["side"] != "teachers"
    if family and (granted.talk["channel"] == "on_site") != (other["channel"] == "on_site"):
        document["household_channel_change_minutes"] -= short
        return
    if atom["side"] == "households":
        household = _by_id(document, "households", atom["who"])
        spared = min(short, household.get("extra_walking_minutes", 0))
        household["extra_walking_minutes"] = household.get("extra_walking_minutes", 0) - spared
        short -= spared
    for one, another in _ways(document, granted.talk, other):
        document["walking_minutes"][one][another] = max(0, document["walking_minutes"][one][another] - short)


def _ways(document: Json, talk: Json, other: Json) -> set[tuple[str, str]]:
    """The buildings between which the talk and the other one may make somebody walk, there and back."""
    here, there = _locations(document, talk), _locations(document, other)
    return {way for a in here for b in there for way in ((a, b), (b, a))}


def _locations(document: Json, talk: Json) -> set[str]:
    rooms = _by_id(document, "teachers", talk["teachers"][0])["room_by_session"].values()
    return {_by_id(document, "rooms", room)["location"] for room in rooms}


_GRANTS: dict[str, Callable[[Granted, Json], None]] = {
    "household_window": _household_window,
    "teacher_window": _teacher_window,
    "student_window": _student_window,
    "teacher_run": _teacher_run,
    "max_sessions": _max_sessions,
    "interpreter": _interpreter,
    "walking": _walking,
}
