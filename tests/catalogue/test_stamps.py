"""Finished pages are kept, and never told again once anything changed."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from fastapi import FastAPI, Request
from house import Client, House, client
from sqlalchemy import update
from sqlmodel import col

from api.app import create_app
from api.finished_page import FinishedPage
from api.paging import RecentPages
from domain.catalogue import models
from domain.kernel.principal import Membership
from domain.kernel.row import metadata, tenancy
from domain.kernel.settings import Settings
from domain.kernel.stamps import State

Run = Callable[[Any], Any]
URL = "/v1/questions?meeting_type=start-conversation&limit=200"
QUESTION = {
    "meeting_type": "start-conversation",
    "audience": "parent",
    "phase": "opening",
    "levels": ["primary"],
    "text": {"nl": "Wat maakt de ochtend vlot?"},
    "plain": {"nl": "Wat helpt?"},
    "use": {"nl": "Noteer één gewoonte."},
}


@pytest.fixture
def second_process(app: FastAPI, database_url: str, run: Run, tmp_path: Path) -> Iterator[FastAPI]:
    """Another API on the same database, which trusts the same tokens."""
    made = create_app(Settings(database_url=database_url, data_dir=tmp_path, log_level="error"))
    made.state.authenticator = app.state.authenticator
    made.state.issuer = app.state.issuer
    made.openapi_schema = app.openapi()
    lifespan = made.router.lifespan_context(made)
    run(lifespan.__aenter__())
    yield made
    run(lifespan.__aexit__(None, None, None))


def texts(caller: Client, **kwargs: Any) -> list[str]:
    return [one["text"] for one in caller.get(URL, **kwargs).json()["items"]]


async def behind_the_triggers(url: str, statement: str) -> None:
    """A change that leaves no stamp, to see whether a page was made or kept."""
    connection = await asyncpg.connect(url)
    await connection.execute("SET session_replication_role = replica")
    await connection.execute(statement)
    await connection.close()


def test_a_page_is_kept_until_the_next_change(house: House, run: Run, database_url: str) -> None:
    made = house.admin_client.made("/v1/questions", QUESTION)
    before = texts(house.anna_client)
    silently = f"""UPDATE questions SET text = '{{"nl": "Stil gewijzigd?"}}' WHERE id = '{made["id"]}'"""
    run(behind_the_triggers(database_url, silently))
    assert texts(house.anna_client) == before
    house.admin_client.made("/v1/questions", QUESTION)
    assert texts(house.anna_client) == [*before[:-1], "Stil gewijzigd?", QUESTION["text"]["nl"]]


def test_every_process_shows_a_change_on_the_next_request(
    house: House, other_house: House, run: Run, second_process: FastAPI
) -> None:
    there = client(second_process, run, house.subjects["anna"])
    elsewhere = client(second_process, run, other_house.subjects["anna"])
    first, other = there.get(URL), elsewhere.get(URL)
    library = first.json()["items"][0]
    own = house.admin_client.made(f"/v1/questions/{library['id']}/adapt", {"text": {"nl": "Waar start jij graag?"}})
    again = there.get(URL, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 200
    assert again.json()["items"][0] == own
    house.admin_client.made(f"/v1/questions/{library['id']}/restore")
    assert there.get(URL, headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    assert elsewhere.get(URL, headers={"If-None-Match": other.headers["etag"]}).status_code == 304


def test_schools_languages_filters_and_pages_are_kept_apart(house: House, other_house: House) -> None:
    own = house.admin_client.made("/v1/questions", QUESTION)
    for _ in range(2):
        assert own["text"] in texts(house.anna_client)
        assert own["text"] not in texts(other_house.anna_client)
        assert "Par quoi veux-tu commencer aujourd'hui ?" in texts(house.anna_client, headers={"Accept-Language": "fr"})
        assert len(house.anna_client.get("/v1/questions?limit=1").json()["items"]) == 1
        assert len(house.anna_client.get("/v1/questions?limit=2").json()["items"]) == 2
        page = house.anna_client.get("/v1/questions?limit=2")
        following = house.anna_client.get(f"/v1/questions?limit=2&cursor={page.json()['next_cursor']}")
        assert following.json()["items"][0] not in page.json()["items"]
        assert 'rel="next"' in page.headers["link"]


def test_who_lost_the_membership_gets_no_kept_page(house: House, run: Run) -> None:
    assert house.anna_client.get(URL).status_code == 200

    async def end() -> None:
        async with house.database.working_for(house.id) as session:
            hers = update(Membership).where(col(Membership.subject) == house.subjects["anna"])
            await session.execute(hers.values(ended_at=datetime.now(UTC)))

    run(end())
    assert house.anna_client.get(URL).status_code == 401


def test_a_change_that_is_rolled_back_leaves_no_stamp(house: House, run: Run) -> None:
    house.admin_client.made("/v1/questions", QUESTION)
    first = house.anna_client.get(URL)

    async def change_your_mind() -> None:
        async with house.database.working_for(house.id) as session:
            await session.execute(update(models.Question).values(audience="teacher"))
            await session.rollback()

    run(change_your_mind())
    assert house.anna_client.get(URL, headers={"If-None-Match": first.headers["etag"]}).status_code == 304


def test_every_table_of_the_catalogue_is_stamped(run: Run, database_url: str, app: FastAPI) -> None:
    async def stamped() -> set[tuple[str, int]]:
        connection = await asyncpg.connect(database_url)
        triggers = await connection.fetch(
            "SELECT tgrelid::regclass::text AS name, count(*) FROM pg_trigger WHERE tgname LIKE 'stamped_%' GROUP BY 1"
        )
        await connection.close()
        return {(row["name"], row["count"]) for row in triggers}

    tables = {name for name, table in metadata.tables.items() if tenancy(table) == "shared"} - {"stamps"} | {
        "catalogue_orders"
    }
    assert run(stamped()) == {(name, 3) for name in tables}


def test_only_so_many_pages_are_kept() -> None:
    recent, state = RecentPages(room=2), State(uuid4(), [1])

    def asked(path: str) -> Request:
        scope = {"type": "http", "path": path, "query_string": b"", "headers": [], "server": ("school.test", 80)}
        return Request(scope)

    for path in ("/a", "/b"):
        recent.keep(asked(path), "nl", state, FinishedPage(path.encode(), "", None))
    assert recent.find(asked("/a"), "nl", state)
    recent.keep(asked("/c"), "nl", state, FinishedPage(b"/c", "", None))
    assert [bool(recent.find(asked(path), "nl", state)) for path in ("/a", "/b", "/c")] == [True, False, True]
    assert recent.find(asked("/a"), "nl", State(state.school_id, [2])) is None
