"""Planner of conferences."""

from conferences.problems import TINY
from house import House
from isolation.deed import Deed, of
from sqlalchemy import update
from sqlmodel import col

from domain.conferences.models.planner_runs import PlannerRun

SCHEDULE = {
    "problem": "tiny",
    "scheduled": [{"meeting": "M1", "start": "2026-11-17T17:00", "interpreter": None}],
    "unscheduled": [],
    "objective": {"mandatory_unscheduled": 0},
    "proof": {
        "mandatory_left_at_least": 0,
        "weight_left_at_least": 0,
        "planned_weight": 1,
        "planned_weight_at_most": 1,
        "gap": 0,
        "proven_levels": 2,
    },
    "curve": [[0.5, 1, 0, 0, 0, 0]],
    "seed": 1,
    "workers": 1,
    "seconds": 1,
}


def planning(house: House) -> str:
    """Asked for by the office, and never begun: no worker runs here."""
    return str(house.admin_client.made("/v1/planner/solve?seconds=1", TINY)["id"])


def planned(house: House) -> str:
    row_id = planning(house)

    async def end() -> None:
        async with house.database.working_for(house.id) as session:
            this = update(PlannerRun).where(col(PlannerRun.school_id) == house.id, col(PlannerRun.id) == row_id)
            await session.execute(this.values(schedule=SCHEDULE))

    house.run(end())
    return row_id


PLANNER: dict[str, Deed] = {
    "solve_problem": Deed(body=lambda _: TINY),
    "get_planner_schedule": Deed(of(planned)),
    "get_planner_curve": Deed(of(planning)),
}
