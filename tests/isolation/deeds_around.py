"""What stands around: who am I, jobs, changes, rosters."""

from house import House
from isolation.deed import Deed, of
from isolation.deeds_planner import planning
from roster.importing import zipped
from roster.small_bundles import ONE_TWO

from domain.kernel.job_actions import ask_for


def job(house: House) -> str:
    """Work that nobody does here."""

    async def ask() -> str:
        async with house.database.working_for(house.id) as session:
            return str((await ask_for(session, "nothing", {})).id)

    return str(house.run(ask()))


def ended_job(house: House) -> str:
    row_id = job(house)
    house.admin_client.made(f"/v1/jobs/{row_id}/cancel")
    return row_id


def bundle() -> tuple[str, bytes]:
    return "application/zip", zipped(dict(ONE_TWO))


def roster_import(house: House) -> str:
    media_type, content = bundle()
    headers = {"Content-Type": media_type}
    answer = house.admin_client.request("POST", "/v1/roster-imports?preview=true", content=content, headers=headers)
    return str(answer.json()["id"])


AROUND: dict[str, Deed] = {
    "get_me": Deed(shows=lambda house: str(house.id)),
    "list_changes": Deed(),
    "list_jobs": Deed(shows=job),
    "get_job": Deed(of(job)),
    "follow_job": Deed(of(ended_job)),
    "cancel_job": Deed(of(job)),
    "finish_job": Deed(of(planning)),
    "list_roster_imports": Deed(shows=roster_import),
    "get_roster_import": Deed(of(roster_import)),
    "import_roster": Deed(content=bundle),
    "apply_roster_import": Deed(of(roster_import), answers=409),  # its preview is not made: no worker runs here
}
