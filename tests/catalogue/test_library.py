"""The library over HTTP: the same for every school, in the reader's language."""

from typing import Any

from conftest import CATALOGUE
from house import Client, House
from library import everything

from domain.catalogue.models import Phase
from domain.seeding.content import load_content

LISTS = (
    "/v1/meeting-types",
    "/v1/questions",
    "/v1/checklists",
    "/v1/checklists?variant=blank",
    "/v1/checklist-points",
    "/v1/tips",
    "/v1/materials",
    "/v1/development-domains",
    "/v1/scales",
    "/v1/sources",
)
BY_KEY = (
    "/v1/meeting-types/start-conversation",
    "/v1/tips/start-conversation.not-a-reverse-conversation",
    "/v1/materials/enrolment-ten-tips",
    "/v1/development-domains/language",
    "/v1/scales/well-being",
    "/v1/sources/S",
    "/v1/activity-mind-map",
)


FORM = "start-conversation"


def items(client: Client, url: str, **kwargs: Any) -> list[dict[str, Any]]:
    return client.get(url, **kwargs).json()["items"]


def in_language(language: str) -> dict[str, Any]:
    return {"headers": {"Accept-Language": language}}


def test_lists_are_full_for_everybody_and_known_the_second_time(house: House) -> None:
    for url in LISTS:
        first = house.sara_client.get(url)
        assert first.status_code == 200
        assert first.json()["items"], url
        again = house.sara_client.get(url, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_lists_have_all_that_the_files_have_in_their_order(house: House) -> None:
    """Tips stand by their key."""
    for path, pieces in load_content(CATALOGUE).items():
        if path != "activity-mind-map":
            served = everything(house.sara_client, path)
            written = [piece.key for piece in pieces]
            expected = sorted(written) if path == "tips" else written
            assert [one.get("key") or one["tag"] for one in served] == expected, path


def test_one_is_found_by_its_key(house: House) -> None:
    for url in BY_KEY:
        first = house.student_client.get(url)
        assert first.status_code == 200, url
        assert house.student_client.get(url, headers={"If-None-Match": first.headers["etag"]}).status_code == 304


def test_without_a_token_there_is_nothing(nobody: Client) -> None:
    assert {nobody.get(url).status_code for url in (*LISTS, *BY_KEY)} == {401}


def test_what_is_not_there_is_not_found(house: House) -> None:
    for url in ("/v1/meeting-types/none", "/v1/tips/none", "/v1/sources/999", "/v1/scales/none"):
        assert house.anna_client.get(url).status_code == 404


def test_texts_come_in_the_readers_language_however_deep(house: House) -> None:
    dutch = ("Startgesprek", "Waar beginnen we?", "nl")
    french = ("Entretien de rentrée à trois", "Par où commencer ?", "fr")
    english = ("Start conversation", "Where do we start?", "en")
    arabic = ("لقاء بداية السنة الدراسية", "Waar beginnen we?", "ar, nl")  # what only the team reads stays Dutch
    for language, expected in (
        ("nl", dutch),
        ("fr-BE, nl;q=0.5", french),
        ("en", english),
        ("de", dutch),
        ("ar", arabic),
    ):
        answer = house.anna_client.get("/v1/meeting-types/start-conversation", **in_language(language))
        read = answer.json()
        assert (read["name"], read["phases"][0]["name"], answer.headers["content-language"]) == expected
        assert isinstance(read["season"]["text"], str)
        assert isinstance(read["participants"][0]["note"], str)


def test_all_languages_come_as_maps_however_deep(house: House) -> None:
    read = house.anna_client.get("/v1/meeting-types/start-conversation?lang=all").json()
    texts = [read["name"], read["season"]["text"], read["phases"][0]["guidance"], read["pitfalls"][0]["text"]]
    assert all(set(text) >= {"nl", "fr", "en"} for text in texts)
    listed = next(one for one in items(house.anna_client, "/v1/meeting-types?lang=all") if one["key"] == read["key"])
    assert listed == read


def test_a_form_says_all_that_planning_needs(house: House) -> None:
    read = house.anna_client.get("/v1/meeting-types/reverse-conversation").json()
    assert read["duration"] | {"source": []} == {
        "min_minutes": 5,
        "default_minutes": 8,
        "max_minutes": 10,
        "interpreter_buffer_minutes": 10,
        "source": [],
    }
    assert {one["channel"] for one in read["channels"]} == {"in_person", "phone", "whatsapp", "video"}
    assert all(part["source"] for part in (read, read["season"], *read["participants"], *read["phases"]))


def test_forms_are_filtered_by_level_and_channel(house: House) -> None:
    whole = everything(house.anna_client, "meeting-types")
    primary = everything(house.anna_client, "meeting-types", level="primary")
    assert primary == [one for one in whole if "primary" in one["levels"]]
    by_phone = everything(house.anna_client, "meeting-types", channel="phone")
    assert by_phone == [one for one in whole if "phone" in {option["channel"] for option in one["channels"]}]
    assert "talking-tree" not in {one["key"] for one in primary}
    assert "reverse-conversation" in {one["key"] for one in by_phone}
    assert 0 < len(by_phone) < len(primary) < len(whole)
    assert house.anna_client.get("/v1/meeting-types?channel=pigeon").status_code == 422


def test_questions_are_filtered(house: House) -> None:
    whole = everything(house.anna_client, "questions")
    for field, value in (
        ("meeting_type", FORM),
        ("audience", "student"),
        ("phase", "opening"),
        ("development_domain", "language"),
    ):
        found = everything(house.anna_client, "questions", **{field: value})
        assert found == [one for one in whole if one[field] == value]
        assert 0 < len(found) < len(whole), field
    secondary = everything(house.anna_client, "questions", level="secondary")
    assert secondary == [one for one in whole if "secondary" in one["levels"]]
    assert 0 < len(secondary) < len(whole)


def test_filters_narrow_each_other(house: House) -> None:
    whole = everything(house.anna_client, "questions")
    found = everything(house.anna_client, "questions", meeting_type=FORM, audience="teacher", level="nursery")
    assert found == [
        one
        for one in whole
        if (one["meeting_type"], one["audience"]) == (FORM, "teacher") and "nursery" in one["levels"]
    ]
    assert found


def test_a_search_knows_the_language_of_the_reader(house: House) -> None:
    """Stems: the question says «eerst», «commencer», «start»."""
    key = "start-conversation.where-do-we-start"
    for language, words in (("nl", "eerste vertellen"), ("fr", "commencerons aujourd'hui"), ("en", "starting today")):
        found = items(house.anna_client, "/v1/questions", params={"q": words}, **in_language(language))
        assert key in [one["key"] for one in found], language
        assert len(found) < 10, "a search finds what was asked, not all there is"
    assert items(house.anna_client, "/v1/questions", params={"q": "beginnen"}, **in_language("fr")) == []
    found = items(house.anna_client, "/v1/questions", params={"q": "beginnen", "lang": "all"})
    assert key in [one["key"] for one in found]


def test_a_search_takes_any_words(house: House) -> None:
    for words in ('"', "a & | !", "'", "\\", "-", "  x  "):
        assert house.anna_client.get("/v1/questions", params={"q": words}).status_code == 200


def test_a_checklist_goes_out_in_the_order_of_doing(house: House) -> None:
    """And by itself as in the list."""
    checklists = everything(house.anna_client, "checklists")
    assert len(checklists) == 9
    for checklist in checklists:
        phases = [point["phase"] for point in checklist["points"]]
        assert phases == sorted(phases, key=list(Phase).index), checklist["key"]
    written = {piece.key: [f"{piece.key}.{point.key}" for point in piece.fields.points] for piece in _checklists()}
    assert {one["key"]: [point["key"] for point in one["points"]] for one in checklists} == written
    first = checklists[0]
    assert house.anna_client.get(f"/v1/checklists/{first['id']}?lang=all").json() == first


def _checklists() -> list[Any]:
    return load_content(CATALOGUE)["checklists"]


def test_a_blank_checklist_leaves_room_for_your_own(house: House) -> None:
    filled, blank = (
        items(house.anna_client, f"/v1/checklists?meeting_type=start-conversation&variant={variant}")[0]
        for variant in ("with-examples", "blank")
    )
    assert [point["text"] for point in blank["points"]] == [point["text"] for point in filled["points"]]
    assert all((point["own_actions"], point["own_questions"]) == ([], []) for point in blank["points"])
    assert not any({"example", "tip"} & point.keys() for point in blank["points"])
    assert house.anna_client.get(f"/v1/checklists/{blank['id']}?variant=blank").json() == blank


def test_tips_and_materials_are_filtered(house: House) -> None:
    tips, materials = (everything(house.anna_client, path) for path in ("tips", "materials"))
    asked = {"kind": "practice_example", "meeting_type": "reverse-conversation"}
    practice = everything(house.anna_client, "tips", **asked)
    assert practice == [one for one in tips if asked.items() <= one.items()]
    assert 0 < len(practice) < len(tips)
    found = everything(house.anna_client, "materials", meeting_type="talking-tree")
    assert found == [one for one in materials if "talking-tree" in one["meeting_types"]]
    assert 0 < len(found) < len(materials)


def test_the_mind_map_is_whole(house: House) -> None:
    read = house.anna_client.get("/v1/activity-mind-map", **in_language("fr")).json()
    assert read["root"]["label"] == "Activité pour parents"
    assert [edge for edge in read["edges"] if edge["feedback"]] == [
        {"from": "follow-up", "to": "ask", "type": "leads_to", "feedback": True}
    ]


def test_the_platform_is_no_school_in_the_list(house: House) -> None:
    assert house.admin_client.get("/v1/schools/00000000-0000-0000-0000-000000000000").status_code == 404
