"""Sending rosters to a school over HTTP, and looking at what they did."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import httpx
from house import Client, House, client
from roster.small_bundles import Files
from sqlalchemy import func, select
from sqlmodel import col
from working import reached

from api.issuer import ISSUER
from domain.kernel.events import Event
from domain.roster.models.uploads import RosterUpload

URL = "/v1/roster-imports"
ZIP = {"Content-Type": "application/zip"}
DEMOGRAPHICS = (
    "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,"
    "nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,"
    "countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus\n"
)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in files.items():
            bundle.writestr(name, content)
    return packed.getvalue()


def without(text: str, *starts: str) -> str:
    """A CSV file without the rows that start with these."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(starts))


class Office:
    """The administrator of a school with rosters to import."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.admin: Client = house.admin_client

    def post(self, bundle: bytes, query: str = "", **headers: str) -> httpx.Response:
        return self.admin.request("POST", f"{URL}{query}", content=bundle, headers=ZIP | headers)

    def send(self, files: Files | bytes, query: str = "") -> dict[str, Any]:
        """The import, once its job has ended."""
        answer = self.post(files if isinstance(files, bytes) else zipped(files), query)
        assert answer.status_code == 202, answer.text
        return self.ended(answer)

    def ended(self, answer: httpx.Response) -> dict[str, Any]:
        self.job = reached(self.admin, answer.headers["Location"])
        return self.admin.get(f"{URL}/{answer.json()['id']}").json()  # type: ignore[no-any-return]

    def one(self, kind: str, sourced_id: str) -> dict[str, Any]:
        found = self.admin.get(f"/v1/{kind}?sourced_id={sourced_id}").json()["items"]
        assert len(found) == 1, found
        return found[0]  # type: ignore[no-any-return]

    def count(self, kind: str) -> int:
        return self.admin.get(f"/v1/{kind}?include=total&limit=1").json()["total"]  # type: ignore[no-any-return]

    def let_in(self, role: str, **person: str) -> Client:
        """A client of somebody the roster brought."""
        subject = f"{role}-{next(iter(person.values()))}"
        self.admin.made("/v1/memberships", {"issuer": ISSUER, "subject": subject, "role": role, **person})
        return client(self.house.app, self.house.run, subject)

    def events(self) -> dict[str, int]:
        """How many events of each type the school has."""
        return dict(self._ask(select(Event.type, func.count()).group_by(col(Event.type)), col(Event.school_id)))

    def uploads(self) -> int:
        return self._ask(select(func.count()).select_from(RosterUpload), col(RosterUpload.school_id))[0][0]  # type: ignore[no-any-return]

    def _ask(self, statement: Any, school_id: Any) -> Any:
        async def ask() -> Any:
            async with self.house.database.working_for(self.house.id) as session:
                return (await session.execute(statement.where(school_id == self.house.id))).all()

        return self.house.run(ask())


def changes(done: dict[str, Any]) -> dict[str, dict[str, int]]:
    """What is not zero and not unchanged, by kind of row."""
    told = {kind: {deed: n for deed, n in c.items() if n and deed != "unchanged"} for kind, c in done["counts"].items()}
    return {kind: counted for kind, counted in told.items() if counted}
