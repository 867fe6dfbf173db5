"""Small rounds at random, with everything in them that the format knows; the same seed makes the same round."""

from random import Random
from typing import Any

from hypothesis import strategies as st

from domain.conferences.planner.flaws import InvalidProblem
from domain.conferences.planner.reading import read_problem

DAYS = ("2026-11-17", "2026-11-19")
WEIGHTS = {
    "on_site_wait_per_minute": 2,
    "remote_wait_per_minute": 1,
    "extra_session_per_household": 120,
    "meeting_outside_preferred": 10,
    "long_wait_threshold_minutes": 30,
    "long_wait_per_minute": 1,
    "shortfall_pair_per_household": 20,
    "teacher_idle_per_minute": 1,
    "teacher_session": 60,
}
COSTS = {
    "household_window_per_minute": 1,
    "teacher_window_per_minute": 2,
    "teacher_run": 30,
    "walking_per_minute": 4,
    "interpreter": 60,
    "max_sessions": 40,
    "student_window_per_minute": 1,
    "move_other_meeting": 20,
}


def at(day: int, minute: int) -> str:
    """Minutes after 16:00."""
    return f"{DAYS[day]}T{16 + minute // 60:02d}:{minute % 60:02d}"


def window(day: int, start: int, end: int) -> dict[str, str]:
    return {"start": at(day, start), "end": at(day, end)}


class Maker:
    """One evening lasts `length` minutes; `talks` at most so many."""

    def __init__(self, seed: int, talks: int = 7, length: int = 60) -> None:
        self.dice, self.length, self.talks = Random(seed), length, talks

    def often(self, share: float) -> bool:
        return self.dice.random() < share

    def presence(self, shortest: int) -> list[dict[str, str]]:
        out = []
        for day in range(2):
            start = self.dice.randrange(0, self.length - shortest + 1, 5)
            end = self.dice.randrange(start + shortest, self.length + 1, 5)
            out += [window(day, start, end)] if self.often(0.75) else []
        return out or [window(self.dice.randrange(2), 0, self.length)]

    def teacher(self, name: str) -> dict[str, Any]:
        room = self.dice.choice(["R1", "R1", "R2", "R3"])
        start = self.dice.randrange(0, self.length - 10, 5)
        return {
            "id": name,
            "role": "teacher",
            "room_by_session": {"E1": room, "E2": room} if self.often(0.8) else {"E1": room},
            "availability": self.presence(30),
            "breaks": [window(0, start, start + 10)] if self.often(0.4) else [],
            "max_consecutive_minutes": self.dice.choice([None, 20, 30]),
            "min_break_minutes": self.dice.choice([5, 10]),
        }

    def household(self, name: str) -> dict[str, Any]:
        preferred = self.presence(20)
        return {
            "id": name,
            "availability": self.presence(15),
            "preferred": preferred if self.often(0.5) else [],
            "max_sessions": 1 if self.often(0.3) else None,
            "extra_walking_minutes": 5 if self.often(0.2) else 0,
            "staff_teacher": "T1" if self.often(0.2) else None,
        }

    def meeting(self, number: int) -> dict[str, Any]:
        dice = self.dice
        families = dice.sample(["H1", "H2", "H3"], 2 if self.often(0.15) else 1)
        return {
            "id": f"M{number}",
            "households": families,
            "students": [dice.choice(["P1", "P2", "P3"])],
            "teachers": dice.sample(["T1", "T2", "T3"], 2 if self.often(0.2) else 1),
            "duration_minutes": dice.choice([10, 10, 15, 20]),
            "mandatory": self.often(0.25),
            "weight": dice.randint(1, 5),
            "channel": dice.choice(["on_site", "on_site", "on_site", "video", "phone"]),
            "interpreter_language": "ar" if self.often(0.2) else None,
            "student_attends": self.often(0.6),
            "pinned_start": at(dice.randrange(2), dice.randrange(0, 40, 5)) if self.often(0.15) else None,
        }

    def apart(self) -> list[dict[str, Any]]:
        rule = self.dice.choice([{"rule": "min_gap", "minutes": 15}, {"rule": "different_sessions"}])
        return [{"households": ["H1", "H2"], **rule}] if self.often(0.5) else []

    def document(self) -> dict[str, Any]:
        meetings = [self.meeting(number) for number in range(self.dice.randint(1, self.talks))]
        unavailable = [window(0, 20, 40)] if self.often(0.5) else []
        return {
            "format": "conference-problem/1",
            "name": "small",
            "seed": 0,
            "time_zone": "Europe/Brussels",
            "start_grid_minutes": 5,
            "sessions": [{"id": f"E{day + 1}", **window(day, 0, self.length)} for day in range(2)],
            "locations": [{"id": "A", "name": "A"}, {"id": "B", "name": "B"}],
            "walking_minutes": {"A": {"A": 5, "B": 10}, "B": {"A": 10, "B": 5}},
            "rooms": [
                {"id": "R1", "location": "A", "capacity": self.dice.choice([1, 2])},
                {"id": "R2", "location": "A", "capacity": 1},
                {"id": "R3", "location": "B", "capacity": 1},
            ],
            "household_channel_change_minutes": 15,
            "objective": WEIGHTS,
            "relaxation_costs": COSTS,
            "teachers": [self.teacher(name) for name in ("T1", "T2", "T3")],
            "interpreters": [
                {"id": "I1", "languages": ["ar"], "availability": self.presence(20)},
                {"id": "I2", "languages": ["ar", "tr"], "availability": self.presence(20)},
            ][: self.dice.randint(0, 2)],
            "students": [
                {"id": p, "class": "1A", "unavailable": unavailable * (p == "P1")} for p in ("P1", "P2", "P3")
            ],
            "households": [self.household(name) for name in ("H1", "H2", "H3")],
            "separated_households": self.apart(),
            "meetings": meetings,
            "published": {m["id"]: {"start": at(0, 10), "interpreter": None} for m in meetings if self.often(0.2)},
        }


def small_round(seed: int, talks: int = 7) -> dict[str, Any]:
    """A document that can be read: pins that cannot hold are taken out."""
    document = Maker(seed, talks).document()
    while True:
        try:
            read_problem(document)
        except InvalidProblem as refused:
            for flaw in refused.flaws:
                _, collection, place, field = flaw.pointer.split("/")
                assert (collection, field) == ("meetings", "pinned_start"), flaw
                document["meetings"][int(place)]["pinned_start"] = None
        else:
            return document


small_rounds = st.integers(0, 100_000).map(small_round)


def evening(**changed: Any) -> dict[str, Any]:
    """Two families ask teacher T1 for the same ten minutes."""
    document = small_round(3)
    asked = {
        "students": [],
        "teachers": ["T1"],
        "duration_minutes": 10,
        "mandatory": False,
        "weight": 1,
        "channel": "on_site",
        "interpreter_language": None,
        "student_attends": False,
        "pinned_start": None,
    }
    hour = [{"start": "2026-11-17T16:00", "end": "2026-11-17T17:00"}]
    for family in document["households"]:
        family |= {"availability": hour, "preferred": [], "max_sessions": None, "staff_teacher": None}
    for teacher in document["teachers"]:
        teacher |= {
            "availability": hour,
            "breaks": [],
            "max_consecutive_minutes": None,
            "room_by_session": {"E1": "R1"},
        }
    document["rooms"][0]["capacity"] = 3
    document |= {"meetings": [{"id": m, "households": [h], **asked} for m, h in (("M1", "H1"), ("M2", "H2"))]}
    return document | {"published": {}, "separated_households": [], "interpreters": []} | changed
