"""A small problem document: one evening of one teacher, of which the last talk does not fit."""

from typing import Any

NAMES = ("H1", "H2", "H3")
EVENING = [{"start": "2026-11-17T18:00", "end": "2026-11-17T18:20"}]


def household(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "availability": EVENING,
        "preferred": [],
        "max_sessions": None,
        "extra_walking_minutes": 0,
        "staff_teacher": None,
    }


def meeting(name: str, number: int) -> dict[str, Any]:
    return {
        "id": f"M{number}",
        "households": [name],
        "students": [],
        "teachers": ["T1"],
        "duration_minutes": 10,
        "mandatory": number == 1,
        "weight": number,
        "channel": "on_site",
        "interpreter_language": None,
        "student_attends": False,
        "pinned_start": None,
    }


TINY: dict[str, Any] = {
    "format": "conference-problem/1",
    "name": "tiny",
    "seed": 1,
    "time_zone": "Europe/Brussels",
    "start_grid_minutes": 5,
    "sessions": [{"id": "E1", **EVENING[0]}],
    "locations": [{"id": "C1", "name": "school"}],
    "walking_minutes": {"C1": {"C1": 5}},
    "rooms": [{"id": "R1", "location": "C1", "capacity": 1}],
    "teachers": [
        {
            "id": "T1",
            "role": "teacher",
            "room_by_session": {"E1": "R1"},
            "availability": EVENING,
            "breaks": [],
            "max_consecutive_minutes": 90,
            "min_break_minutes": 10,
        }
    ],
    "interpreters": [],
    "students": [],
    "households": [household(name) for name in NAMES],
    "separated_households": [],
    "meetings": [meeting(name, number) for number, name in enumerate(NAMES, 1)],
    "household_channel_change_minutes": 15,
    "objective": {
        "on_site_wait_per_minute": 2,
        "remote_wait_per_minute": 1,
        "extra_session_per_household": 120,
        "meeting_outside_preferred": 10,
        "long_wait_threshold_minutes": 30,
        "long_wait_per_minute": 1,
        "shortfall_pair_per_household": 20,
        "teacher_idle_per_minute": 1,
        "teacher_session": 60,
    },
    "relaxation_costs": {
        "household_window_per_minute": 1,
        "teacher_window_per_minute": 2,
        "teacher_run": 30,
        "walking_per_minute": 4,
        "interpreter": 60,
        "max_sessions": 40,
        "student_window_per_minute": 1,
        "move_other_meeting": 20,
    },
}
