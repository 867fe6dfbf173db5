"""Stand-in until the merge."""

from datetime import datetime
from typing import Any

from domain.conferences.planner.problem import (
    Costs,
    Household,
    Interpreter,
    Meeting,
    Problem,
    Published,
    Room,
    Separation,
    Session,
    Student,
    Teacher,
    Weights,
    Windows,
)

_EPOCH = datetime(2000, 1, 1)


def minute(text: str) -> int:
    found = datetime.fromisoformat(text).replace(tzinfo=None) - _EPOCH
    return found.days * 1440 + found.seconds // 60


def _windows(raw: list[dict[str, str]]) -> Windows:
    out: list[tuple[int, int]] = []
    for a, b in sorted((minute(w["start"]), minute(w["end"])) for w in raw or []):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], b))
        else:
            out.append((a, b))
    return tuple(out)


def _number(items: list[dict[str, Any]]) -> dict[str, int]:
    return {item["id"]: index for index, item in enumerate(items)}


def read_problem(document: Any) -> Problem:
    d = document
    sessions, rooms, teachers, students = (_number(d[k]) for k in ("sessions", "rooms", "teachers", "students"))
    households, meetings, interpreters = (_number(d[k]) for k in ("households", "meetings", "interpreters"))
    locations = _number(d["locations"])
    return Problem(
        name=d["name"],
        grid=d["start_grid_minutes"],
        sessions=tuple(Session(s["id"], minute(s["start"]), minute(s["end"])) for s in d["sessions"]),
        walking=tuple(tuple(d["walking_minutes"][a][b] for b in locations) for a in locations),
        rooms=tuple(Room(r["id"], locations[r["location"]], r["capacity"]) for r in d["rooms"]),
        teachers=tuple(
            Teacher(
                t["id"],
                tuple(rooms.get(t["room_by_session"].get(s)) for s in sessions),
                _windows(t["availability"]),
                _windows(t["breaks"]),
                t["max_consecutive_minutes"],
                t["min_break_minutes"],
            )
            for t in d["teachers"]
        ),
        interpreters=tuple(
            Interpreter(i["id"], frozenset(i["languages"]), _windows(i["availability"])) for i in d["interpreters"]
        ),
        students=tuple(Student(s["id"], _windows(s["unavailable"])) for s in d["students"]),
        households=tuple(
            Household(
                h["id"],
                _windows(h["availability"]),
                _windows(h["preferred"]),
                h["max_sessions"],
                h["extra_walking_minutes"],
                teachers.get(h["staff_teacher"]),
            )
            for h in d["households"]
        ),
        separations=tuple(
            Separation(
                households[s["households"][0]],
                households[s["households"][1]],
                None if s["rule"] == "different_sessions" else s["minutes"],
            )
            for s in d["separated_households"]
        ),
        meetings=tuple(
            Meeting(
                m["id"],
                tuple(households[h] for h in m["households"]),
                tuple(students[s] for s in m["students"]),
                tuple(teachers[t] for t in m["teachers"]),
                m["duration_minutes"],
                m["mandatory"],
                m["weight"],
                m["channel"] != "on_site",
                m["interpreter_language"],
                m["student_attends"],
                minute(m["pinned_start"]) if m["pinned_start"] else None,
            )
            for m in d["meetings"]
        ),
        published={
            meetings[k]: Published(minute(p["start"]), interpreters.get(p.get("interpreter")))
            for k, p in (d.get("published") or {}).items()
            if k in meetings
        },
        channel_change=d["household_channel_change_minutes"],
        objective=Weights(**d["objective"]),
        costs=Costs(**d["relaxation_costs"]),
    )
