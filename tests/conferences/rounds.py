"""Rounds of conferences, step by step, as the tests of every part of them start."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from house import Client, House

Round = dict[str, Any]
ZONE = ZoneInfo("Europe/Brussels")
AFTERNOON, EVENING = (time(15, 30), time(17, 0)), (time(18, 0), time(20, 30))
ROUND = {"name": {"nl": "Oudercontact herfst", "fr": "Réunion de parents"}, "level": "primary"}


def school_day() -> date:
    """A Tuesday without a holiday near it, far enough ahead: the last week of September, or the one after it."""
    today = datetime.now(UTC).date()
    year = today.year if today < date(today.year, 9, 15) else today.year + 1
    first = date(year, 9, 22)
    return first + timedelta(days=(1 - first.weekday()) % 7)


def at(on: date, clock: time) -> str:
    return datetime.combine(on, clock, ZONE).isoformat()


def window(on: date, begins: time, ends: time) -> dict[str, str]:
    return {"starts_at": at(on, begins), "ends_at": at(on, ends)}


def first_evening() -> date:
    return school_day()


def second_evening() -> date:
    return school_day() + timedelta(days=2)


AFTERNOON_WINDOW = window(school_day(), *AFTERNOON)
EVENING_WINDOW = window(second_evening(), *EVENING)


def path(round_: Round, *more: Any) -> str:
    return "/".join(["/v1/conference-rounds", round_["id"], *map(str, more)])


def draft_round(house: House, **more: Any) -> Round:
    """Two sessions, an afternoon and an evening, and nobody yet."""
    round_ = house.admin_client.made("/v1/conference-rounds", ROUND | more)
    for session in (AFTERNOON_WINDOW, EVENING_WINDOW):
        house.admin_client.made(path(round_, "sessions"), session)
    return read(house, round_)


def read(house: House, round_: Round) -> Round:
    return house.admin_client.get(path(round_)).json()  # type: ignore[no-any-return]


def open_round(house: House, **more: Any) -> Round:
    """With a room, anna and bram, and the three families of the house, who are asked: sara and omar live apart."""
    round_, office = draft_round(house, **more), house.admin_client
    office.made(path(round_, "rooms"), {"room_id": house.room})
    office.made(path(round_, "staff", "batch"), {})
    office.made(path(round_, "families"), {"whole_level": True})
    office.made(path(round_, "open"))
    office.made(path(round_, "invite"), {})
    return read(house, round_)


def families(house: House, round_: Round) -> dict[str, dict[str, Any]]:
    """The families of the round, by the name that the house gives a guardian of it."""
    found = house.admin_client.get("/v1/conference-families", params={"round_id": round_["id"], "limit": 200}).json()
    names = {str(house.ids[name]): name for name in ("sara", "omar", "grandmother", "other_guardian")}
    return {names[who["guardian_id"]]: one for one in found["items"] for who in one["guardians"]}


def family(house: House, round_: Round, name: str) -> dict[str, Any]:
    return families(house, round_)[name]


def says(caller: Client, family_id: str, **said: Any) -> dict[str, Any]:
    """A family says when it can: at all times unless `said` says else."""
    where = f"/v1/conference-families/{family_id}"
    body = {"available": [AFTERNOON_WINDOW, EVENING_WINDOW]} | said
    answer = caller.put(f"{where}/availability", body, etag=caller.get(where).headers["etag"])
    assert answer.is_success, answer.text
    return answer.json()  # type: ignore[no-any-return]


def answered(house: House, round_: Round | None = None) -> Round:
    """Sara can at both moments, Omar in the evening, Els in the afternoon."""
    round_ = round_ or open_round(house)
    theirs = families(house, round_)
    says(house.sara_client, theirs["sara"]["id"])
    says(house.omar_client, theirs["omar"]["id"], available=[EVENING_WINDOW])
    says(house.other_guardian_client, theirs["other_guardian"]["id"], available=[AFTERNOON_WINDOW])
    return read(house, round_)


def talk(house: House, family_id: str, student: str = "student", staff: str = "anna", **more: Any) -> dict[str, Any]:
    """The body of a request."""
    people = {"family_ids": [family_id], "student_ids": [getattr(house, student)], "staff_ids": [getattr(house, staff)]}
    return people | more


def requested(house: House, round_: Round | None = None) -> Round:
    """Sara and Omar each with anna about their child, which is a must; Els with bram, which she wants herself."""
    round_ = answered(house, round_)
    theirs = families(house, round_)
    for name in ("sara", "omar"):
        house.anna_client.made(path(round_, "requests"), talk(house, theirs[name]["id"], need="must"))
    own = talk(house, theirs["other_guardian"]["id"], "other_student", "bram")
    house.other_guardian_client.made(path(round_, "requests"), own)
    return read(house, round_)


def requests(house: House, round_: Round) -> list[dict[str, Any]]:
    found = house.admin_client.get("/v1/conference-requests", params={"round_id": round_["id"], "limit": 200})
    return found.json()["items"]  # type: ignore[no-any-return]
