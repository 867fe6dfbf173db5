"""Looking for questions by words: stems, half a word, one wrong letter, accents; the best match first, and shown."""

from collections.abc import Callable
from typing import Any

import pytest
from house import Client, House
from sqlalchemy import insert

from domain.catalogue.models import Question
from domain.kernel.row import new_id

KEY = "start-conversation.where-do-we-start"
QUESTION = {
    "meeting_type": "start-conversation",
    "audience": "parent",
    "phase": "opening",
    "levels": ["primary"],
    "text": {"nl": "Wat maakt de ochtend vlot?", "fr": "Qu'est-ce qui aide l'élève sur le Zoutkaai ?"},
    "plain": {"nl": "Wat helpt?"},
    "use": {"nl": "Noteer één gewoonte."},
}


def found(client: Client, q: str, language: str = "nl", **params: Any) -> list[dict[str, Any]]:
    answer = client.get("/v1/questions", params={"q": q, **params}, headers={"Accept-Language": language})
    return answer.json()["items"]  # type: ignore[no-any-return]


def saying(text: str, **more: Any) -> dict[str, Any]:
    return QUESTION | {"text": {"nl": text}} | more


@pytest.mark.parametrize(
    ("q", "language"),
    [
        ("beginne", "nl"),
        ("begi", "nl"),
        ("vandaag begi", "nl"),
        ("begonnen", "nl"),  # no stem of «beginnen»: one letter
        ("begnnen", "nl"),
        ("beginnenn", "nl"),
        ("beginenn", "nl"),
        ("comm", "fr"),
        ("commencr", "fr"),
        ("strat", "en"),
    ],
)
def test_a_word_is_found_half_typed_and_with_one_wrong_letter(house: House, q: str, language: str) -> None:
    assert KEY in [one["key"] for one in found(house.anna_client, q, language, meeting_type="start-conversation")]


def test_accents_and_capitals_make_no_difference(house: House) -> None:
    made = house.admin_client.made("/v1/questions", QUESTION)
    for q in ("eleve zoutkaai", "Élève ZOUTKAAI", "élèves zoutk"):
        assert [one["id"] for one in found(house.anna_client, q, "fr")] == [made["id"]], q


def test_a_word_that_somebody_uses_is_not_taken_for_a_mistake(house: House) -> None:
    near, exact = (
        house.admin_client.made("/v1/questions", saying(f"Wat betekent {word} hier?")) for word in ("zwaluw", "zwaluv")
    )
    assert [one["id"] for one in found(house.anna_client, "zwaluv")] == [exact["id"]]
    assert {one["id"] for one in found(house.anna_client, "zwaluq")} == {near["id"], exact["id"]}
    assert found(house.anna_client, "zwaluv", audience="teacher") == []


def test_the_best_match_comes_first_and_pages_follow_it(house: House) -> None:
    wordings: list[dict[str, Any]] = [
        saying("Wat helpt?", use={"nl": "Denk aan de waterval."}),
        saying("Wat helpt?", plain={"nl": "Waar is de waterval?"}),
        saying("Waar is de waterval?", plain={"nl": "Welke waterval?"}, use={"nl": "Waterval."}),
    ]
    made = [house.admin_client.made("/v1/questions", body)["id"] for body in wordings]
    assert [one["id"] for one in found(house.anna_client, "waterval")] == made[::-1]
    paged, cursor = [], None
    while len(paged) < 9:
        page = house.anna_client.get(
            "/v1/questions", params={"q": "waterval", "limit": 1} | ({"cursor": cursor} if cursor else {})
        ).json()
        paged += [one["id"] for one in page["items"]]
        if (cursor := page["next_cursor"]) is None:
            break
    assert paged == made[::-1]
    in_order = [one["id"] for one in found(house.anna_client, "waterval", sort="meeting_type")]
    assert sorted(in_order) == sorted(made)
    assert house.anna_client.get("/v1/questions?sort=relevance").status_code == 422


def test_what_was_found_is_shown_without_markup(house: House) -> None:
    text = 'Wat is <b>Élève</b> & "zonnewijzer" hier?'
    house.admin_client.made("/v1/questions", saying(text))
    (one,) = found(house.anna_client, "eleve zonnewijze")
    assert [shown["field"] for shown in one["highlights"]] == ["text"]
    parts = one["highlights"][0]["parts"]
    assert "".join(part["text"] for part in parts) == text
    assert [part["text"] for part in parts if part["found"]] == ["Élève", "zonnewijzer"]
    assert "highlights" not in house.anna_client.get(f"/v1/questions/{one['id']}").json()
    assert "highlights" not in house.anna_client.get("/v1/questions?limit=1").json()["items"][0]


def test_a_mistyped_word_is_shown_as_it_stands_there(house: House) -> None:
    house.admin_client.made("/v1/questions", saying("Waar staat de zonnewijzer?"))
    (one,) = found(house.anna_client, "zonewijzer")
    assert [part["text"] for part in one["highlights"][0]["parts"] if part["found"]] == ["zonnewijzer"]


def test_a_minus_and_quotes_keep_their_meaning(house: House) -> None:
    first, second = (
        house.admin_client.made("/v1/questions", saying(f"Waar {words}?"))["id"]
        for words in ("vaart de zeppelin stil", "staat de stille zeppelin")
    )
    assert [one["id"] for one in found(house.anna_client, "zeppelin -vaart")] == [second]
    assert [one["id"] for one in found(house.anna_client, '"zeppelin stil"')] == [first]
    assert {one["id"] for one in found(house.anna_client, "vaart or zeppelin")} >= {first, second}


def test_filters_hold_and_other_schools_are_not_found(house: House, other_house: House) -> None:
    made = house.admin_client.made("/v1/questions", saying("Waar is de regenboogvis?"))
    assert [one["id"] for one in found(house.anna_client, "regenboogvis", level="primary")] == [made["id"]]
    assert found(house.anna_client, "regenboogvis", audience="student") == []
    assert found(other_house.anna_client, "regenboogvis") == []
    assert found(other_house.anna_client, "regenbogvis") == []


def test_a_changed_question_is_found_by_its_new_words_only(house: House) -> None:
    made = house.admin_client.made("/v1/questions", saying("Waar is de pannenkoek?"))
    house.admin_client.patch(f"/v1/questions/{made['id']}", {"text": {"nl": "Waar is de wafelbak?"}})
    assert found(house.anna_client, "pannenkoek") == []
    assert [one["id"] for one in found(house.anna_client, "wafelb")] == [made["id"]]


def test_an_endless_word_is_kept_and_does_no_harm(house: House) -> None:
    made = house.admin_client.made("/v1/questions", saying("Waar is de wafelbak?") | {"use": {"nl": "a" * 4000}})
    assert [one["id"] for one in found(house.anna_client, "wafelbak")] == [made["id"]]


@pytest.mark.slow
def test_a_search_among_a_thousand_own_questions_is_one_quick_statement(
    house: House, run: Callable[[Any], Any]
) -> None:
    async def fill() -> None:
        async with house.database.working_for(house.id) as session:
            own = {
                **saying("Hoe gaat het op het duinpad?"),
                "school_id": house.id,
                "source": [],
                "pictogram": "speech-bubble",
            }
            await session.execute(insert(Question), [{**own, "id": new_id()} for _ in range(1000)])

    run(fill())
    for q in ("duinpad", "duinpqd"):
        answer = house.anna_client.get("/v1/questions", params={"q": q, "limit": 20, "include": "total"})
        assert answer.json()["total"] == 1000
        assert answer.elapsed.total_seconds() < 3  # some tens of milliseconds on a quiet machine
