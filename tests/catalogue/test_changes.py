"""What the library says by now of what a school said in its own words: told, and never forced."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from conftest import CATALOGUE
from house import Client, House, build_house
from sqlalchemy import update
from sqlmodel import col

from domain.catalogue.models import AdaptableRow, ChecklistPoint, Question
from domain.kernel.row import PLATFORM
from domain.seeding.content import seed_content

Run = Callable[[Any], Any]
KEY = "start-conversation.where-do-we-start"
POINT = "start-conversation.invite-student-and-parents"
FIRST, SECOND, THIRD = "Waar wil jij vandaag beginnen?", "Waar start jij graag?", "Waarmee start jij graag?"


@dataclass
class Release:
    """Two schools in a database of their own, where the library may change."""

    house: House
    other_house: House

    def says(self, key: str, table: type[AdaptableRow] = Question, **values: Any) -> None:
        """The library says something else; it is as it was when the test ends."""
        self.house.run(self._say(key, table, values))

    async def _say(self, key: str, table: type[AdaptableRow], values: dict[str, Any]) -> None:
        async with self.house.database.working_for(PLATFORM) as session:
            await session.execute(update(table).where(col(table.key) == key).values(**values))


@pytest.fixture(scope="module")
def library_url(new_database: Callable[[str], str]) -> str:
    return new_database(f"release_{uuid4().hex}")


@pytest.fixture
def release(library_url: str, another_app: Any, run: Run) -> Iterator[Release]:
    app = another_app(database_url=library_url)
    made = Release(build_house(app, run), build_house(app, run))
    yield made
    run(seed_content(made.house.database, CATALOGUE))


def question(client: Client, **params: Any) -> dict[str, Any]:
    listed = client.get("/v1/questions", params={"meeting_type": "start-conversation", "limit": 200, **params})
    return next(one for one in listed.json()["items"] if one["key"] == KEY)  # type: ignore[no-any-return]


def changes(client: Client, of: str = "questions", **params: Any) -> list[dict[str, Any]]:
    return client.get("/v1/library-changes", params={"of": of, **params}).json()["items"]  # type: ignore[no-any-return]


def test_a_release_leaves_the_schools_words_and_tells_what_changed(release: Release, tmp_path: Path) -> None:
    """Loaded twice: doing it again changes nothing."""
    admin = release.house.admin_client
    library = question(admin)
    own = admin.made(f"/v1/questions/{library['id']}/adapt", {"text": {"nl": "Waar beginnen we mee?"}})
    assert changes(admin) == []
    shutil.copytree(CATALOGUE.parent / "pictograms", tmp_path / "pictograms")
    folder = shutil.copytree(CATALOGUE, tmp_path / "catalogue")
    file = folder / "questions" / "start-conversation.yaml"
    file.write_text(file.read_text("utf-8").replace(FIRST, SECOND, 1), "utf-8")
    for _ in range(2):
        release.house.run(seed_content(release.house.database, folder))
    assert question(release.house.anna_client) == own
    assert question(release.other_house.anna_client)["text"] == SECOND
    (told,) = changes(admin)
    assert (told["id"], told["adapts_id"], told["key"], told["hidden"]) == (own["id"], library["id"], KEY, False)
    texts = [told[when]["text"] for when in ("before", "now", "own")]
    assert texts == [FIRST, SECOND, "Waar beginnen we mee?"]
    assert changes(admin, lang="all")[0]["now"]["text"]["nl"] == SECOND
    assert changes(release.other_house.admin_client) == []


def test_who_keeps_their_own_hears_of_the_next_change_only(release: Release) -> None:
    admin = release.house.admin_client
    own = admin.made(f"/v1/questions/{question(admin)['id']}/adapt", {"use": {"nl": "Luister."}})
    release.says(KEY, text={"nl": SECOND})
    assert admin.post(f"/v1/questions/{own['id']}/keep-own").status_code == 204
    assert changes(admin) == []
    assert question(admin)["use"] == "Luister."
    release.says(KEY, text={"nl": THIRD})
    (told,) = changes(admin)
    assert (told["before"]["text"], told["now"]["text"]) == (SECOND, THIRD)


def test_taking_the_librarys_words_ends_the_adaptation(release: Release) -> None:
    admin = release.house.admin_client
    own = admin.made(f"/v1/questions/{question(admin)['id']}/adapt", {"use": {"nl": "Luister."}})
    release.says(KEY, text={"nl": SECOND})
    taken = admin.made(f"/v1/questions/{own['id']}/take-library")
    assert (taken["origin"], taken["text"]) == ("library", SECOND)
    assert question(admin) == taken
    assert changes(admin) == []


def test_a_hidden_point_is_told_of_too(release: Release) -> None:
    admin = release.house.admin_client
    points = admin.get("/v1/checklist-points?limit=200").json()["items"]
    library = next(one for one in points if one["key"] == POINT)
    assert admin.post(f"/v1/checklist-points/{library['id']}/hide").status_code == 204
    release.says(POINT, ChecklistPoint, text={"nl": "Nodig iedereen uit."})
    (told,) = changes(admin, "checklist-points")
    assert (told["hidden"], told["before"]["text"], told["now"]["text"]) == (
        True,
        library["text"],
        "Nodig iedereen uit.",
    )
    assert admin.post(f"/v1/checklist-points/{told['id']}/keep-own").status_code == 204
    assert changes(admin, "checklist-points") == []
    hidden = admin.get("/v1/checklist-points?hidden=true").json()["items"]
    assert [one["id"] for one in hidden] == [told["id"]]


def test_a_place_in_the_files_is_no_change_of_words(release: Release) -> None:
    admin = release.house.admin_client
    admin.made(f"/v1/questions/{question(admin)['id']}/adapt", {"use": {"nl": "Luister."}})
    release.says(KEY, position=17)
    assert question(release.other_house.admin_client)["version"] > 1
    assert changes(admin) == []


def test_what_a_school_made_itself_has_nothing_to_take_or_keep(house: House) -> None:
    points = house.admin_client.get("/v1/checklists?limit=1").json()["items"][0]
    body = {"checklist_id": points["id"], "phase": "before", "text": {"nl": "Zet de koffie klaar."}}
    own = house.admin_client.made("/v1/checklist-points", body)
    for verb in ("take-library", "keep-own"):
        answer = house.admin_client.post(f"/v1/checklist-points/{own['id']}/{verb}")
        assert (answer.status_code, answer.json()["code"]) == (409, "not_of_library")
    library = points["points"][0]["id"]
    assert house.admin_client.post(f"/v1/checklist-points/{library}/keep-own").status_code == 404


def test_the_office_alone_lists_what_is_hidden(house: House, other_house: House) -> None:
    library = question(house.admin_client)
    assert house.admin_client.post(f"/v1/questions/{library['id']}/hide").status_code == 204
    for params in ({"hidden": True}, {"hidden": True, "q": "begi"}):
        hidden = house.coordinator_client.get("/v1/questions", params=params)
        assert [one["key"] for one in hidden.json()["items"]] == [KEY]
        for client in (house.anna_client, house.sara_client, other_house.admin_client):
            assert client.get("/v1/questions", params=params).json()["items"] == []
    seen = house.admin_client.get("/v1/questions", params={"meeting_type": "start-conversation", "hidden": False})
    assert KEY not in [one["key"] for one in seen.json()["items"]]
