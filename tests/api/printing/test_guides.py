"""The guide to a conversation: the team's holds its course, the family's says what it is about."""

from typing import Any

from conversations.talks import at, deed, do, proposed, running, start_talk, with_both, with_one
from house import Client, House
from pages import Printed


def guide(client: Client, talk: dict[str, Any], **asked: str) -> Printed:
    return Printed(client.get(deed(talk, "guide.pdf"), params=asked))


def test_the_team_gets_the_course_of_the_conversation(house: House) -> None:
    before = running(house)
    agreement = {"what": "Samen lezen", "who": "guardian", "by_on": "2026-12-01"}
    house.anna_client.made(deed(before, "agreements"), agreement)
    interpreter = {"role": "interpreter", "interpreter_id": house.interpreter}
    talk = with_both(house, **at(60), interpreter_mode="on_site")
    talk = proposed(house.anna_client, talk | {"participants": [*talk["participants"], interpreter]})
    house.sara_client.made(deed(talk, "agenda-items"), {"text": "De pauzes"})
    page = guide(house.anna_client, talk)
    assert page.is_accessible()
    assert page.reader.metadata.title == "Oudercontact"
    for words in (
        "Over Lina Haddad De Wissel",
        "op school: Leeshoek",
        "Anna Claes (leerkracht)",
        "Sara Haddad (ouder)",
        "Ilham Saidi (ter plaatse)",
        "De pauzes van: ouder",
        "Samen lezen ouder, tegen 1 december 2026",
        "1. ",
        "Eenvoudiger:",
        "voor de leerling",
        "Notities",
    ):
        assert words in page.text, words
    assert "een naamkaartje" in page.alternatives()
    tags = page.tags()
    phases = house.anna_client.get("/v1/meeting-types/parent-teacher-conference").json()["phases"]
    assert (tags.count("Title"), tags.count("H2")) == (1, len(phases) + 2)


def test_the_family_gets_what_it_is_about_in_plain_words(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house))
    do(house.omar_client, talk, "decline", reason="Dan werk ik")
    page = guide(house.sara_client, talk)
    assert page.is_accessible()
    for words in ("Samen kiezen we wat nu helpt.", "Vragen om over na te denken", "Laat het gerust weten"):
        assert words in page.text
    for words in ("Dan werk ik", "Eenvoudiger", "Notities", "voor de leerling", "Zo verloopt"):
        assert words not in page.text, words


def test_what_the_team_notes_is_on_no_page(house: House) -> None:
    talk = running(house, with_one(house))
    note = {"purpose": "Opvolging", "text": "Geheimpje", "ends_on": "2040-01-01", "visibility": "guardians"}
    house.anna_client.made(deed(talk, "notes"), note)
    assert all("Geheimpje" not in guide(client, talk).text for client in (house.anna_client, house.sara_client))


def test_who_does_not_see_the_conversation_gets_no_guide(house: House) -> None:
    talk = proposed(house.anna_client, with_one(house))
    for client in (house.omar_client, house.bram_client, house.interpreter_client):
        assert client.get(deed(talk, "guide.pdf")).status_code == 404


def test_a_student_gets_the_questions_for_students(house: House) -> None:
    talk = proposed(house.anna_client, start_talk(house))
    asked = house.anna_client.get("/v1/questions?meeting_type=start-conversation&level=primary&limit=200").json()
    first = {one["audience"]: one["plain"] for one in reversed(asked["items"])}
    student, parent = guide(house.student_client, talk).text, guide(house.sara_client, talk).text
    assert "Je vertelt wie je bent." in student
    assert "Je vertelt wie je bent." not in parent
    assert (first["student"] in student, first["parent"] in student) == (True, False)
    assert (first["student"] in parent, first["parent"] in parent) == (False, True)


def test_while_the_family_chooses_all_times_are_there(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house, other_times=[at(60), at(120)]))
    assert guide(house.sara_client, talk).text.count(" uur ") == 3


def test_in_arabic_it_runs_from_right_to_left_and_names_stay_whole(house: House) -> None:
    talk = proposed(house.anna_client, with_one(house))
    house.sara_client.made(deed(talk, "agenda-items"), {"text": "Mogen de pauzes rustiger?"})
    page = guide(house.sara_client, talk, lang="ar")
    assert page.is_accessible()
    assert (page.root["/Lang"], page.reader.metadata.title) == ("ar", "لقاء الأهل والمعلّم")
    assert page.root["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert all(name in page.text for name in ("Anna Claes", "Sara Haddad", "Mogen de pauzes rustiger?"))
    assert "بطاقة اسم" in page.alternatives()
    assert page.other_languages() == {"nl"}, "what is there in Dutch only is marked as Dutch"
