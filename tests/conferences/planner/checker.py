"""Judges a schedule document against a problem document, from the text of the format alone: it knows no planner.

Slow and plain on purpose: every rule looks at all talks, or at all pairs of talks.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations, groupby
from operator import attrgetter
from typing import Any


def clock(text: str) -> int:
    since = datetime.fromisoformat(text).replace(tzinfo=UTC) - datetime(2000, 1, 1, tzinfo=UTC)
    return int(since.total_seconds()) // 60


def cells(windows: list[dict[str, str]]) -> set[int]:
    """Every minute that lies in one of the windows."""
    return {m for w in windows for m in range(clock(w["start"]), clock(w["end"]))}


@dataclass(frozen=True)
class Talk:
    asked: dict[str, Any]
    start: int
    interpreter: str | None
    session: str | None
    room: str | None

    @property
    def end(self) -> int:
        return self.start + self.asked["duration_minutes"]

    @property
    def minutes(self) -> set[int]:
        return set(range(self.start, self.end))

    @property
    def remote(self) -> bool:
        return self.asked["channel"] != "on_site"

    @property
    def id(self) -> str:
        return self.asked["id"]


def by_id(things: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {thing["id"]: thing for thing in things}


def talks_of(document: dict[str, Any], schedule: dict[str, Any]) -> list[Talk]:
    asked, teachers = by_id(document["meetings"]), by_id(document["teachers"])
    out = []
    for one in schedule["scheduled"]:
        meeting, start = asked[one["meeting"]], clock(one["start"])
        end = start + meeting["duration_minutes"]
        session = next(
            (s["id"] for s in document["sessions"] if clock(s["start"]) <= start and end <= clock(s["end"])), None
        )
        room = teachers[meeting["teachers"][0]]["room_by_session"].get(session)
        out.append(Talk(meeting, start, one.get("interpreter"), session, room))
    return out


def violations(document: dict[str, Any], schedule: dict[str, Any]) -> list[str]:
    """Every hard rule that the schedule breaks; none when it holds."""
    talks = talks_of(document, schedule)
    out = [f"{code} {talk.id}" for talk in talks for code in alone(document, talk)]
    ids = [talk.id for talk in talks]
    out += ["scheduled twice"] * (len(ids) - len(set(ids)))
    out += [f"pinned left out {m['id']}" for m in document["meetings"] if m["pinned_start"] and m["id"] not in ids]
    seated = [talk for talk in talks if talk.session and talk.room]
    out += [f"{code} {a.id} {b.id}" for a, b in combinations(seated, 2) for code in together(document, a, b)]
    return out + crowds(document, seated) + runs(document, seated) + evenings(document, seated)


def alone(document: dict[str, Any], talk: Talk):
    if talk.session is None:
        yield "outside"
        return
    begin = clock(by_id(document["sessions"])[talk.session]["start"])
    if (talk.start - begin) % document["start_grid_minutes"]:
        yield "off grid"
    if talk.room is None:
        yield "no room"
    if talk.asked["pinned_start"] and clock(talk.asked["pinned_start"]) != talk.start:
        yield "pin"
    yield from absences(document, talk)
    yield from interpreting(document, talk)


def absences(document: dict[str, Any], talk: Talk):
    asked = talk.asked
    for h in asked["households"]:
        if not talk.minutes <= cells(by_id(document["households"])[h]["availability"]):
            yield "household away"
    for t in asked["teachers"]:
        if not talk.minutes <= cells(by_id(document["teachers"])[t]["availability"]):
            yield "teacher away"
        if talk.minutes & cells(by_id(document["teachers"])[t]["breaks"]):
            yield "break"
    for p in asked["students"] if asked["student_attends"] else []:
        if talk.minutes & cells(by_id(document["students"])[p]["unavailable"]):
            yield "student away"


def interpreting(document: dict[str, Any], talk: Talk):
    language = talk.asked["interpreter_language"]
    interpreter = by_id(document["interpreters"]).get(talk.interpreter or "")
    if language is None:
        yield from ["interpreter not needed"] * bool(talk.interpreter)
    elif interpreter is None or language not in interpreter["languages"]:
        yield "no interpreter"
    elif not talk.minutes <= cells(interpreter["availability"]):
        yield "interpreter away"


def busy(document: dict[str, Any], talk: Talk) -> set[str]:
    """The teachers who are taken: those of the talk, and the parents in it who teach."""
    households = by_id(document["households"])
    parents = {households[h]["staff_teacher"] for h in talk.asked["households"]}
    return {*talk.asked["teachers"], *parents} - {None}


def together(document: dict[str, Any], a: Talk, b: Talk):
    """What two talks break when both take place."""
    first, second = sorted((a, b), key=lambda x: (x.start, x.end))
    between = second.start - first.end
    places = {room["id"]: room["location"] for room in document["rooms"]}
    walk = 0 if a.room == b.room else document["walking_minutes"][places[first.room]][places[second.room]]

    def family(extra: int) -> int:
        if a.remote != b.remote:
            return document["household_channel_change_minutes"]
        return walk + extra if walk and not a.remote else 0

    shared = set(a.asked["households"]) & set(b.asked["households"])
    for h in shared:
        if between < family(by_id(document["households"])[h]["extra_walking_minutes"]):
            yield "household"
    both_come = a.asked["student_attends"] and b.asked["student_attends"]
    if both_come and not shared and set(a.asked["students"]) & set(b.asked["students"]) and between < family(0):
        yield "student"
    if busy(document, a) & busy(document, b) and between < walk:
        yield "teacher"
    if a.interpreter and a.interpreter == b.interpreter and between < walk:
        yield "interpreter"
    if a.session == b.session and not a.remote and not b.remote:
        yield from ["separated"] * sum(apart(rule, a, b, between) for rule in document["separated_households"])


def apart(rule: dict[str, Any], a: Talk, b: Talk, between: int) -> bool:
    """Whether this separation forbids the two talks."""
    one, other = rule["households"]
    theirs = any(one in x.asked["households"] and other in y.asked["households"] for x, y in ((a, b), (b, a)))
    return theirs and (rule["rule"] == "different_sessions" or between < rule["minutes"])


def crowds(document: dict[str, Any], talks: list[Talk]) -> list[str]:
    inside: dict[tuple[str, int], int] = defaultdict(int)
    for talk in talks:
        for minute in talk.minutes:
            inside[talk.room, minute] += 1
    capacity = {room["id"]: room["capacity"] for room in document["rooms"]}
    return sorted({f"crowd {room}" for (room, _), n in inside.items() if n > capacity[room]})


def runs(document: dict[str, Any], talks: list[Talk]) -> list[str]:
    out = []
    for teacher in document["teachers"]:
        start = end = None
        for talk in sorted((x for x in talks if teacher["id"] in x.asked["teachers"]), key=lambda x: x.start):
            if end is None or talk.start - end >= teacher["min_break_minutes"]:
                start = talk.start
            end = talk.end
            if teacher["max_consecutive_minutes"] and end - start > teacher["max_consecutive_minutes"]:
                out.append(f"run {teacher['id']}")
    return out


def evenings(document: dict[str, Any], talks: list[Talk]) -> list[str]:
    return [
        f"evenings {h['id']}"
        for h in document["households"]
        if h["max_sessions"] is not None
        and len({x.session for x in talks if h["id"] in x.asked["households"]}) > h["max_sessions"]
    ]


def idle(talks: list[Talk]) -> int:
    """Minutes between the first start and the last end in which none of these talks takes place."""
    if not talks:
        return 0
    return max(x.end for x in talks) - min(x.start for x in talks) - sum(x.end - x.start for x in talks)


def per_evening(talks: list[Talk]) -> list[list[Talk]]:
    key = attrgetter("session")
    return [list(group) for _, group in groupby(sorted(talks, key=key), key=key)]


def objective(document: dict[str, Any], schedule: dict[str, Any]) -> tuple[int, int, int, int, int, int]:
    """The six levels, in their order."""
    talks, weigh = talks_of(document, schedule), document["objective"]
    at = {talk.id: talk for talk in talks}
    left = [m for m in document["meetings"] if m["id"] not in at]
    asked = by_id(document["meetings"])
    changes = [
        m
        for m, was in document.get("published", {}).items()
        if m in asked and (m not in at or at[m].start != clock(was["start"]))
    ]
    burden = long = pairs = 0
    for h in document["households"]:
        mine = per_evening([x for x in talks if h["id"] in x.asked["households"]])
        burden += weigh["extra_session_per_household"] * max(0, len(mine) - 1)
        for evening in mine:
            wait = idle([x for x in evening if not x.remote])
            burden += weigh["on_site_wait_per_minute"] * wait
            burden += weigh["remote_wait_per_minute"] * idle([x for x in evening if x.remote])
            long += max(0, wait - weigh["long_wait_threshold_minutes"])
        lost = sum(h["id"] in m["households"] for m in left)
        pairs += lost * (lost - 1) // 2
    preferred = {h["id"]: h["preferred"] for h in document["households"]}
    unloved = [
        x for x in talks if any(preferred[h] and not x.minutes <= cells(preferred[h]) for h in x.asked["households"])
    ]
    taught = [
        evening
        for t in document["teachers"]
        for evening in per_evening([x for x in talks if t["id"] in x.asked["teachers"]])
    ]
    return (
        sum(m["mandatory"] for m in left),
        sum(m["weight"] for m in left if not m["mandatory"]),
        len(changes),
        burden,
        weigh["meeting_outside_preferred"] * len(unloved)
        + weigh["long_wait_per_minute"] * long
        + weigh["shortfall_pair_per_household"] * pairs,
        sum(weigh["teacher_idle_per_minute"] * idle(evening) + weigh["teacher_session"] for evening in taught),
    )
