"""The talking tree on the table: who chooses, who places, who reads, and that nothing is worked out (R07, R08, R38)."""

from typing import Any
from uuid import UUID

import asyncpg
import pytest
from conversations.talks import deed, do, planned, pointed, proposed, refused, running, with_both, with_one
from conversations.trees import BOARD, a_tree, laid, tree_talk
from house import House
from sqlalchemy import func, select, text
from sqlmodel import col

from domain.conversations.models.board import Board, BoardCard, BoardPawn, Ladder
from domain.conversations.models.conversations import Conversation
from domain.kernel.principal import Membership

COMPUTED = ("average", "mean", "median", "score", "rank", "percent", "total", "sum", "count", "difference", "growth")


def test_a_board_is_empty_until_somebody_writes(house: House) -> None:
    talk = a_tree(house)
    answer = house.sara_client.get(deed(talk, "board"))
    assert answer.headers["etag"].startswith('"0-')
    assert answer.json() == {
        "conversation_id": talk["id"],
        "version": 0,
        "updated_at": None,
        "host_moment": "conference",
        "cards": [],
        "pawns": [],
        "what_helps": None,
        "agreement_id": None,
    }


def test_what_lies_there_is_kept_in_order_with_the_words_of_the_catalogue(house: House) -> None:
    talk = a_tree(house)
    kept = laid(house, talk)
    assert (kept["version"], kept["what_helps"]) == (1, BOARD["what_helps"])
    assert [(one["development_domain"], one["name"], one["chosen_by"]) for one in kept["cards"]] == [
        ("language", "taal en vertellen", "guardian"),
        ("movement", "bewegen", "teacher"),
    ]
    assert [one["pictogram"] for one in kept["cards"]] == ["speech-bubble", "running-child-with-ball"]
    assert [(one["scale"], one["level"], one["label"], one["place"]) for one in kept["pawns"]] == [
        ("well-being", 4, "goed", "home"),
        ("well-being", 2, "eerder moeilijk", "class"),
    ]
    in_french = house.omar_client.get(deed(talk, "board"), headers={"Accept-Language": "fr"}).json()
    assert (in_french["cards"][1]["name"], in_french["pawns"][0]["label"]) == ("bouger", "bien")
    every = house.omar_client.get(deed(talk, "board"), params={"lang": "all"}).json()
    label = every["pawns"][0]["label"]
    assert (label["nl"], label["fr"], set(label)) == ("goed", "bien", {"nl", "fr", "en", "ar"})


def test_the_ladders_are_those_of_the_catalogue(house: House) -> None:
    assert {one["key"] for one in house.sara_client.get("/v1/scales").json()["items"]} == set(Ladder)


def test_a_board_is_replaced_as_a_whole(house: House) -> None:
    talk = a_tree(house)
    first = laid(house, talk)
    second = laid(house, talk, {"cards": [BOARD["cards"][0]]})
    assert (second["version"], len(second["cards"]), second["pawns"], second["what_helps"]) == (
        first["version"] + 1,
        1,
        [],
        None,
    )
    assert house.sara_client.get(deed(talk, "board")).json() == second


def test_who_writes_says_from_which_version_the_first_time_too(house: House) -> None:
    talk = a_tree(house)
    url, empty = deed(talk, "board"), house.anna_client.get(deed(a_tree(house, 60), "board")).headers["etag"]
    assert house.anna_client.request("PUT", url, json=BOARD).status_code == 428
    assert house.anna_client.put(url, BOARD, etag='"1-0000000000000000"').status_code == 412
    first = house.anna_client.put(url, BOARD, etag=empty)
    assert first.status_code == 200
    assert house.anna_client.put(url, BOARD, etag=empty).status_code == 412
    assert house.anna_client.put(url, BOARD, etag=first.headers["etag"]).status_code == 200


def test_two_who_write_at_once_do_not_both_win(house: House) -> None:
    url = deed(a_tree(house), "board")
    more = {"json": BOARD, "headers": {"If-Match": house.anna_client.get(url).headers["etag"]}}
    answers = house.anna_client.together(("PUT", url, more), ("PUT", url, more))
    assert sorted(answer.status_code for answer in answers) == [200, 412]


def test_other_forms_have_no_board(house: House) -> None:
    talk = planned(house)
    for url in (deed(talk, "board"), deed(talk, "board.svg")):
        assert house.anna_client.get(url).status_code == 404
    assert house.anna_client.put(deed(talk, "board"), BOARD, etag='"0-0000000000000000"').status_code == 404


def test_it_is_laid_once_the_family_said_yes_and_afterwards_too(house: House) -> None:
    talk = proposed(house.anna_client, tree_talk(house))
    assert refused(house.anna_client.put(deed(talk, "board"), BOARD)) == (409, "wrong_state")
    for verb in (None, "start", "complete"):
        talk = do(house.anna_client, talk, verb) if verb else accepted(house, talk)
        laid(house, talk)
    gone = do(house.anna_client, a_tree(house, 60), "cancel")
    assert refused(house.anna_client.put(deed(gone, "board"), BOARD)) == (409, "wrong_state")


def accepted(house: House, talk: dict[str, Any]) -> dict[str, Any]:
    do(house.anna_client, talk, "accept", guardian_id=house.sara)
    return do(house.anna_client, talk, "accept", guardian_id=house.omar)


@pytest.mark.parametrize("what", ["board", "board.svg"])
def test_who_took_part_and_the_team_read_it(house: House, what: str) -> None:
    talk = a_tree(house)
    laid(house, talk)
    people = {"anna": 200, "admin": 200, "coordinator": 200, "sara": 200, "omar": 200}
    people |= {"bram": 404, "grandmother": 404, "other_guardian": 404, "student": 404}
    people |= {"interpreter": 403, "system": 403}
    seen = {who: getattr(house, f"{who}_client").get(deed(talk, what)).status_code for who in people}
    assert seen == people


def test_an_interpreter_leaves_behind_what_lay_there(house: House) -> None:
    """Also one who has another role that may read notes."""
    people = [*with_both(house)["participants"], {"role": "interpreter", "interpreter_id": house.interpreter}]
    talk = a_tree(house, participants=people, interpreter_mode="on_site")

    async def teaches_too() -> None:
        async with house.database.working_for(house.id) as session:
            mine = col(Membership.subject) == house.subjects["interpreter"]
            found = (await session.execute(select(Membership).where(mine))).scalar_one()
            found.role = "teacher"

    house.run(teaches_too())
    assert house.interpreter_client.get(f"/v1/conversations/{talk['id']}").status_code == 200
    assert house.interpreter_client.get(deed(talk, "board")).status_code == 404


def test_a_parent_who_takes_no_part_sees_nothing_of_it(house: House) -> None:
    people = with_one(house)
    one = {name: people[name] for name in ("participants", "informed_otherwise")}
    talk = a_tree(house, **one)
    assert house.sara_client.get(deed(talk, "board")).status_code == 200
    assert house.omar_client.get(deed(talk, "board")).status_code == 404


def test_who_runs_the_conversation_writes_it(house: House) -> None:
    talk = a_tree(house)
    assert house.admin_client.put(deed(talk, "board"), BOARD).status_code == 200
    for who, status in (("sara", 403), ("student", 403), ("interpreter", 403), ("system", 403), ("bram", 404)):
        answer = getattr(house, f"{who}_client").put(deed(talk, "board"), BOARD, etag='"1-0000000000000000"')
        assert answer.status_code == status, who


def test_a_colleague_sees_it_and_does_not_write_it(house: House) -> None:
    talk = a_tree(house)
    teaches_too = {"staff_id": house.bram, "is_primary": False}
    house.admin_client.made(f"/v1/classes/{house.first_class}/staff", teaches_too)
    assert house.bram_client.get(deed(talk, "board")).status_code == 200
    assert house.bram_client.put(deed(talk, "board"), BOARD).status_code == 403


def test_who_is_there_as_a_parent_reads_it_as_a_parent(house: House) -> None:
    talk = a_tree(house)

    async def works_here_too() -> None:
        async with house.database.working_for(house.id) as session:
            mine = col(Membership.subject) == house.subjects["coordinator"]
            (await session.execute(select(Membership).where(mine))).scalar_one().guardian_id = UUID(house.sara)

    house.run(works_here_too())
    assert house.coordinator_client.get(deed(talk, "board")).status_code == 200
    assert house.coordinator_client.put(deed(talk, "board"), BOARD).status_code == 403


FIRST, SECOND = BOARD["cards"]
HOME, IN_CLASS = BOARD["pawns"]


REFUSED: list[tuple[Any, tuple[str, str]]] = [
    ({"cards": [SECOND, FIRST]}, ("/cards/0/chosen_by", "first_card_of_parent")),
    ({"cards": [FIRST, SECOND, FIRST]}, ("/cards/2/development_domain", "card_chosen_twice")),
    ({"cards": []}, ("/cards", "too_short")),
    ({"cards": [FIRST] * 11}, ("/cards", "too_long")),
    ({"cards": [FIRST | {"chosen_by": "head"}]}, ("/cards/0/chosen_by", "literal_error")),
    ({"cards": [FIRST | {"development_domain": "maths"}]}, ("/cards/0/development_domain", "unknown_reference")),
    ({"cards": [FIRST | {"note": "ADHD?"}]}, ("/cards/0/note", "special_category")),
    ({"pawns": [HOME, HOME | {"level": 5}]}, ("/pawns/1", "pawn_placed_twice")),
    ({"pawns": [HOME | {"level": 0}]}, ("/pawns/0/level", "off_the_ladder")),
    ({"pawns": [HOME | {"level": 6}]}, ("/pawns/0/level", "off_the_ladder")),
    ({"pawns": [HOME | {"level": 3.5}]}, ("/pawns/0/level", "wrong_value")),
    ({"pawns": [HOME | {"scale": "happiness"}]}, ("/pawns/0/scale", "enum")),
    ({"agreement_id": "01890a5d-ac96-774b-bcce-b302099a8057"}, ("/agreement_id", "unknown_reference")),
]


def test_what_no_board_can_be_is_refused_and_told_where(house: House) -> None:
    url = deed(a_tree(house), "board")
    empty = house.anna_client.get(url).headers["etag"]
    for change, found in REFUSED:
        answer = house.anna_client.put(url, BOARD | change, etag=empty)
        assert answer.status_code == 422
        assert found in pointed(answer)
    assert house.anna_client.get(url).headers["etag"] == empty


def test_the_tree_stays_in_nursery(house: House) -> None:
    talk = a_tree(house)
    house.admin_client.patch(f"/v1/students/{house.student}", {"level": "primary"})
    assert pointed(house.anna_client.put(deed(talk, "board"), BOARD)) == [("", "nursery_only")]


def test_the_small_agreement_is_one_of_this_conversation(house: House) -> None:
    talk = running(house, tree_talk(house))
    here = house.anna_client.made(deed(talk, "agreements"), {"what": "Samen zingen", "who": "guardian"})
    assert laid(house, talk, BOARD | {"agreement_id": here["id"]})["agreement_id"] == here["id"]
    other = running(house, tree_talk(house, 60))
    there = house.anna_client.made(deed(other, "agreements"), {"what": "Samen lezen", "who": "teacher"})
    answer = house.anna_client.put(deed(talk, "board"), BOARD | {"agreement_id": there["id"]})
    assert pointed(answer) == [("/agreement_id", "unknown_reference")]


def test_the_feed_tells_that_a_board_changed_and_not_how(house: House) -> None:
    talk = a_tree(house)
    laid(house, talk)
    told = [one for one in house.heard() if one["type"] == "board.changed"]
    assert [(one["resource"], one["resource_id"], one["data"]) for one in told] == [
        ("conversations", talk["id"], {"student_id": house.student})
    ]


def test_it_goes_with_its_conversation(house: House) -> None:
    talk = running(house, tree_talk(house))
    here = house.anna_client.made(deed(talk, "agreements"), {"what": "Samen zingen", "who": "guardian"})
    laid(house, talk, BOARD | {"agreement_id": here["id"]})
    tables = (Board, BoardCard, BoardPawn)

    async def left() -> list[int]:
        async with house.database.working_for(house.id) as session:
            counts = (select(func.count()).select_from(one).where(col(one.school_id) == house.id) for one in tables)
            return [(await session.execute(count)).scalar_one() for count in counts]

    async def forget() -> None:
        async with house.database.working_for(house.id) as session:
            await session.execute(text("SET CONSTRAINTS ALL DEFERRED"))
            await session.delete(await session.get_row(Conversation, UUID(talk["id"])))

    assert house.run(left()) == [1, 2, 2]
    house.run(forget())
    assert house.run(left()) == [0, 0, 0]


@pytest.mark.parametrize(
    "pawn",
    [
        {"scale": "well-being", "level": 6, "place": "home", "placed_by": "teacher"},
        {"scale": "well-being", "level": 5, "place": "home", "placed_by": "guardian"},
    ],
)
def test_the_database_refuses_what_no_board_can_be(house: House, pawn: dict[str, Any]) -> None:
    laid(house, a_tree(house))

    async def put() -> None:
        async with house.database.working_for(house.id) as session:
            mine = select(Board.id).where(col(Board.school_id) == house.id)
            board_id = (await session.execute(mine)).scalar_one()
            session.add(BoardPawn(school_id=house.id, board_id=board_id, **pawn))

    with pytest.raises(Exception) as caught:  # noqa: PT011 - SQLAlchemy wraps it
        house.run(put())
    cause = caught.value.__cause__.__cause__ or caught.value.__cause__  # type: ignore[union-attr]
    assert isinstance(cause, asyncpg.IntegrityConstraintViolationError)


def test_r38_nothing_of_a_board_is_worked_out_and_no_list_sorts_by_it(house: House) -> None:
    document = house.app.openapi()
    parts = [document["components"]["schemas"][name] for name in ("BoardRead", "CardRead", "PawnRead")]
    names = {field for part in parts for field in part["properties"]}
    numbers = {field for part in parts for field, said in part["properties"].items() if said.get("type") == "integer"}
    assert numbers == {"version", "level"}
    assert not [name for name in names for word in COMPUTED if word in name]
    boards = {path: set(item) for path, item in document["paths"].items() if "board" in path}
    assert boards == {
        "/v1/conversations/{row_id}/board": {"get", "put"},
        "/v1/conversations/{row_id}/board.svg": {"get"},
    }
    asked = [
        one["name"] for path in boards for one in document["paths"][path]["get"]["parameters"] if one["in"] == "query"
    ]
    assert set(asked) == {"lang", "compare"}


def test_the_document_says_which_rungs_there_are(house: House) -> None:
    level = house.app.openapi()["components"]["schemas"]["PawnFields"]["properties"]["level"]
    assert (level["minimum"], level["maximum"]) == (1, 5)
