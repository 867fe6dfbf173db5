"""Activities as they stand at some point of their life, and what parents bring to them."""

from typing import Any

from house import Client, House
from sqlalchemy import update
from sqlmodel import col

from domain.activities.models import Activity
from domain.activities.models.words import ActivityStatus
from domain.kernel.principal import Membership
from domain.kernel.row import new_id

IDEAS = "/v1/activity-ideas"
COOKING = {"kind": "topic", "words": "Kunnen we eens samen koken?"}
WORRY = {"kind": "worry", "words": "Mijn zoon durft niet te spreken in de klas."}
HAPPY = {"smiley": "happy", "who": "parent"}


def an_activity(house: House, status: str = "held", **more: Any) -> str:
    """A parents' café of this house; its id."""
    activity_id = new_id()
    given: dict[str, Any] = {
        "kind": "parents_cafe",
        "title": {"nl": "Ouderkoffie", "fr": "Café des parents"},
        **{name: [] for name in ("levels", "class_ids", "material")},
        "forms": ["exchange"],
        "languages": ["nl", "ar"],
        "status": ActivityStatus(status),
        **more,
    }

    async def keep() -> None:
        async with house.database.working_for(house.id) as session:
            session.add(Activity(school_id=house.id, id=activity_id, **given))

    house.run(keep())
    return str(activity_id)


def bring(client: Client, what: dict[str, Any] = COOKING, **more: Any) -> dict[str, Any]:
    return client.made(IDEAS, what | more)


def at(idea: dict[str, Any], *path: str) -> str:
    return "/".join([IDEAS, idea["id"], *path])


def of(activity_id: str, *path: str) -> str:
    return "/".join(["/v1/activities", activity_id, *path])


def seen(client: Client, **asked: Any) -> dict[str, dict[str, Any]]:
    """The ideas that somebody finds in the list, by their words."""
    return {one["words"]: one for one in client.get(IDEAS, params=asked).json()["items"]}


def tap(client: Client, activity_id: str, **more: Any) -> int:
    return client.post(of(activity_id, "evaluations"), HAPPY | more).status_code


def evaluation(client: Client, activity_id: str) -> dict[str, Any]:
    return client.get(of(activity_id, "evaluations")).json()  # type: ignore[no-any-return]


def miss(house: House, activity_id: str, client: Client | None = None, **more: Any) -> dict[str, Any]:
    """Somebody notes that the family of the house's student was missed."""
    body = {"student_id": house.student, "way": "phone", "staff_id": house.anna, **more}
    return (client or house.admin_client).made(of(activity_id, "missed"), body)


def also_works_here(house: House, guardian: str, staff: str) -> Client:
    """The membership of somebody of the staff is of one who is a guardian here too."""

    async def keep() -> None:
        async with house.database.working_for(house.id) as session:
            mine = (col(Membership.school_id) == house.id, col(Membership.staff_id) == house.ids[staff])
            await session.execute(update(Membership).where(*mine).values(guardian_id=house.ids[guardian]))

    house.run(keep())
    return getattr(house, f"{staff}_client")  # type: ignore[no-any-return]
