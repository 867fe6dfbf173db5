"""What hangs on a door: large, and with nothing that is not for everybody's eyes."""

from typing import Any

from api.printing.moments import weekday
from api.printing.timetables.days import about, by_day, timed
from api.printing.words import Words
from domain.conferences.models.timetables.read import DoorPerson, DoorTime, DoorTimetable


def door_page(words: Words, door: DoorTimetable) -> dict[str, Any]:
    """What the template needs."""
    return {
        "title": door.room,
        "location": door.location,
        "about": about(words, door),
        "words": words.labels("wait_here", "no_talks"),
        "staff": [_person(words, one) for one in door.staff],
    }


def _person(words: Words, person: DoorPerson) -> dict[str, Any]:
    days = [
        {"day": weekday(words, day), "times": [_time(words, one) for one in times]}
        for day, times in by_day(person.times)
    ]
    return {"name": f"{person.given_name} {person.family_name}", "days": days}


def _time(words: Words, time: DoorTime) -> dict[str, Any]:
    said = words.label("free" if time.is_free else "taken")
    return {
        "time": timed(words, time, time.local_expected),
        "said": time.family or said,
        "is_free": time.is_free,
    }
