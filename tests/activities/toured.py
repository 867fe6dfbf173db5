"""A tour to begin a test with: two moments, a route, a guide for each."""

from datetime import UTC, datetime, timedelta
from typing import Any

from conferences.bookable import keep
from house import House
from sqlalchemy import text

from domain.activities.models.activities import Activity
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.words import ActivityKind, ActivityStatus
from domain.kernel.row import new_id

MORNING = datetime.now(UTC).replace(hour=8, minute=0, second=0, microsecond=0) + timedelta(days=21)
EVENING = MORNING.replace(hour=18)
LEAD = {"name": "Amina Zonnebloem", "language": "ar", "phone": "0475 12 34 56", "wish": "both"}

Made = dict[str, Any]


def tour(house: House, *, status: str = "invited", kind: str = "tour", capacity: int | None = None) -> Made:
    """Straight in the database: making activities has tests of its own."""
    made = {"id": new_id(), "morning": new_id(), "evening": new_id()}
    title = {"nl": "Kom eens kijken", "fr": "Venez voir", "en": "Come and see", "ar": "تعالوا وانظروا"}
    words: dict[str, Any] = {"kind": ActivityKind(kind), "status": ActivityStatus(status)}
    here: dict[str, Any] = {"school_id": house.id, "activity_id": made["id"], "capacity": capacity}
    moments = [
        ActivityMoment(**here, id=made[name], starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))
        for name, starts_at in (("morning", MORNING), ("evening", EVENING))
    ]
    keep(house, [Activity(school_id=house.id, id=made["id"], title=title, **words)], moments)
    return {name: str(row_id) for name, row_id in made.items()}


def at(made: Made, *path: str) -> str:
    return "/".join(("/v1/activities", made["id"], *path))


def stop(house: House, made: Made, name: str = "De refter", **more: Any) -> Made:
    body = {"name": {"nl": name}, "doing": "question_die", "minutes": 15, **more}
    return house.anna_client.made(at(made, "stops"), body)


def guide(house: House, made: Made, moment: str = "morning", **more: Any) -> Made:
    body = {"moment_id": made[moment], "staff_id": house.anna, **more}
    return house.anna_client.made(at(made, "guides"), body)


def lead(house: House, **more: Any) -> Made:
    return house.anna_client.made("/v1/leads", LEAD | more)


def enrolment(house: House, **more: Any) -> Made:
    starts_at = MORNING + timedelta(hours=4)
    return {
        "student": {"given_name": "Yasmin", "family_name": "Zonnebloem", "level": "primary"},
        "guardian": {"given_name": "Amina", "family_name": "Zonnebloem", "relationship": "mother"},
        "head_id": house.anna,
        "starts_at": starts_at.isoformat(),
        "ends_at": (starts_at + timedelta(minutes=45)).isoformat(),
        **more,
    }


def stored(house: House, table: str) -> str:
    """All that a table holds of this school."""

    async def read() -> str:
        async with house.database.working_for(house.id) as session:
            rows = await session.execute(
                text(f"SELECT row_to_json(t)::text FROM {table} t WHERE school_id = :id"), {"id": house.id}
            )
            return "\n".join(rows.scalars())

    return str(house.run(read()))
