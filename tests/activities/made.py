"""Activities to begin a test with."""

from datetime import UTC, datetime, timedelta
from typing import Any

from house import Client, House

Activity = dict[str, Any]

DAY = datetime.now(UTC).replace(hour=15, minute=0, second=0, microsecond=0) + timedelta(days=14)
IDEA: dict[str, Any] = {"kind": "open_class", "title": {"nl": "Samen lezen op vrijdag", "en": "Reading on Friday"}}
ESSENTIALS: dict[str, Any] = {
    "goal": {"nl": "Ouders ontdekken hoe je samen leest."},
    "for_whom": {"nl": "Alle ouders van de derde klas."},
    "parents_asked": 3,
    "forms": ["read_along"],
    "languages": ["nl", "ar"],
}


def at(activity: Activity, *more: str) -> str:
    return "/".join(["/v1/activities", activity["id"], *more])


def hours(start: float = 0, *, lasting: float = 1) -> dict[str, str]:
    """A time so many hours after the usual one."""
    starts_at = DAY + timedelta(hours=start)
    return {"starts_at": starts_at.isoformat(), "ends_at": (starts_at + timedelta(hours=lasting)).isoformat()}


def idea(house: House, **more: Any) -> Activity:
    return house.anna_client.made("/v1/activities", IDEA | more)


def moment(house: House, activity: Activity, start: float = 0, **more: Any) -> dict[str, Any]:
    place = {} if "room_id" in more else {"place": "De speelplaats"}
    return house.anna_client.made(at(activity, "moments"), hours(start) | place | more)


def preparing(house: House, **more: Any) -> Activity:
    """All is there to invite."""
    made = idea(house, **(ESSENTIALS | more))
    moment(house, made)
    return do(house.anna_client, made, "prepare")


def invited(house: House, **more: Any) -> Activity:
    return do(house.anna_client, preparing(house, **more), "invite")


def begun(house: House, activity: Activity) -> Activity:
    """Its moments were a month ago."""
    for one in activity["moments"]:
        house.anna_client.patch(f"/v1/activity-moments/{one['id']}", hours(-30 * 24))
    return activity


def held(house: House, **more: Any) -> Activity:
    return do(house.anna_client, begun(house, invited(house, **more)), "hold")


def do(client: Client, activity: Activity, verb: str) -> Activity:
    """The activity after this deed; fails when it was refused."""
    return client.made(at(activity, verb))


def pointed(answer: Any) -> list[tuple[str, str]]:
    """Which findings, and where."""
    return [(one["pointer"], one["code"]) for one in answer.json()["errors"]]


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]
