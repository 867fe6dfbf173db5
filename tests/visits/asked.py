"""Home visits to begin a test with, step by step."""

from datetime import UTC, datetime, timedelta
from typing import Any

from house import House

from domain.kernel import clock
from domain.privacy.retention import forget_in

Visit = dict[str, Any]

SOON = datetime.now(UTC).replace(hour=14, minute=0, second=0, microsecond=0) + timedelta(days=14)
ADDRESS = {"street": "Zilverkanariestraat 71", "postal_code": "1080", "town": "Molenbeek", "directions": "Bel 3"}
WHY = {"nl": "We leren elkaar graag kennen.", "fr": "Nous aimerions vous connaître.", "en": "We like to meet you."}


def window(minutes: int = 0, *, lasting: int = 120) -> dict[str, str]:
    """A moment so many minutes after the usual one."""
    starts_at = SOON + timedelta(minutes=minutes)
    return {"starts_at": starts_at.isoformat(), "ends_at": (starts_at + timedelta(minutes=lasting)).isoformat()}


YES = {"says": "yes", "moments": [window()], "place": "home", "address": ADDRESS}


def at(visit: Visit, *path: str) -> str:
    return "/".join(["/v1/home-visits", visit["id"], *path])


def question(house: House, **more: Any) -> dict[str, Any]:
    return {"student_id": house.student, "guardian_id": house.sara, "why": WHY, **more}


def to_class(house: House, **more: Any) -> dict[str, Any]:
    return {"class_id": house.first_class, "why": WHY, **more}


def asked(house: House, **more: Any) -> Visit:
    return house.anna_client.made("/v1/home-visits", question(house, **more))


def agreed(house: House, **more: Any) -> Visit:
    return house.sara_client.made(at(asked(house), "answer"), YES | more)


def going(house: House, minutes: int = 30, **more: Any) -> dict[str, Any]:
    """Anna goes, with the interpreter."""
    starts_at = (SOON + timedelta(minutes=minutes)).isoformat()
    return {"starts_at": starts_at, "staff_ids": [house.anna], "interpreter_id": house.interpreter, **more}


def planned(house: House, **more: Any) -> Visit:
    return house.anna_client.made(at(agreed(house), "plan"), going(house, **more))


def under_way(house: House) -> Visit:
    return house.anna_client.made(at(planned(house), "check-in"))


def done(house: House) -> Visit:
    visit = under_way(house)
    assert house.anna_client.post(at(visit, "check-out")).status_code == 204
    return house.anna_client.get(at(visit)).json()  # type: ignore[no-any-return]


def noting(**more: Any) -> dict[str, Any]:
    on = SOON.date().isoformat()
    return {"took_place_on": on, "present": ["Mama, Lina, juf Anna"], "agreements": ["Samen lezen op vrijdag"], **more}


def pointed(answer: Any) -> list[tuple[str, str]]:
    """What was refused, and where."""
    return [(one["pointer"], one["code"]) for one in answer.json()["errors"]]


def forgotten_at(house: House, moment: datetime) -> None:
    """What the night forgets, as if it were then."""

    async def forget() -> None:
        with clock.at(moment):
            await forget_in(house.database, house.id)

    house.run(forget())
