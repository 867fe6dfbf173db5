"""Checklists on paper: as the school has them, to tick or to fill in."""

from typing import Any

import pytest
from house import House
from pages import Printed

HOSTILE = '*x* #import "/etc/passwd": y $a^2$ \\u{41} [b] @c // d'


def url(house: House, **asked: str) -> str:
    found = house.anna_client.get("/v1/checklists?meeting_type=start-conversation").json()["items"][0]
    return f"/v1/checklists/{found['id']}/print.pdf?" + "&".join(f"{name}={said}" for name, said in asked.items())


def add(house: House, text: str, **more: Any) -> None:
    checklist_id = house.anna_client.get("/v1/checklists?meeting_type=start-conversation").json()["items"][0]["id"]
    point = {"phase": "after", "text": {"nl": text}, "checklist_id": checklist_id}
    house.admin_client.made("/v1/checklist-points", point | more)


def test_a_checklist_can_be_read_by_everybody(house: House) -> None:
    answer = house.anna_client.get(url(house))
    page = Printed(answer)
    assert page.is_accessible()
    assert (page.root["/Lang"], page.reader.metadata.title) == ("nl", "Checklist voor het startgesprek")
    tags = page.tags()
    assert (tags.count("Title"), tags.count("H1")) == (1, 3), "the three phases are headings"
    assert tags.count("LI") == len(house.anna_client.get(url(house).partition("/print")[0]).json()["points"])
    for words in ("Vooraf", "Tijdens", "Achteraf", "Bijvoorbeeld:", "Tip:", "zeker doen", "blad 1 van 3"):
        assert words in page.text
    assert answer.headers["content-language"] == "nl"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["content-disposition"] == (
        'inline; filename="checklist-start-conversation.pdf"; '
        "filename*=UTF-8''Checklist%20voor%20het%20startgesprek.pdf"
    )


def test_who_has_it_does_not_get_it_again_until_something_changes(house: House) -> None:
    where = url(house, variant="blank")
    first = house.anna_client.get(where)
    known = {"If-None-Match": first.headers["etag"]}
    again = house.anna_client.get(where, headers=known)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert again.headers["cache-control"] == first.headers["cache-control"]
    assert house.anna_client.get(where).content == first.content, "a strong ETag promises the same bytes"
    assert house.anna_client.get(f"{where}&lang=fr", headers=known).status_code == 200
    add(house, "Zet de koffie klaar.")
    assert house.anna_client.get(where, headers=known).status_code == 200


def test_the_blank_form_leaves_lines_for_ones_own(house: House) -> None:
    page = Printed(house.anna_client.get(url(house, variant="blank", lang="fr")))
    assert (page.text.count("Nos propres actions"), page.text.count("Nos propres questions")) == (3, 3)
    assert page.tags().count("H2") == 6
    assert "Par exemple" not in page.text
    assert "Conseil" not in page.text


def test_a_school_prints_its_own_points_and_what_they_say_is_never_markup(house: House, other_house: House) -> None:
    add(house, HOSTILE, tip={"nl": "Zet de koffie klaar."})
    page = Printed(house.anna_client.get(url(house)))
    assert HOSTILE in page.text
    assert "Zet de koffie klaar." in page.text
    assert HOSTILE not in Printed(other_house.anna_client.get(url(other_house))).text


def test_a_sign_that_no_font_has_keeps_nothing_from_being_printed(house: House) -> None:
    add(house, "Vraag 李 ook 👋🏽.")
    assert "Vraag" in Printed(house.anna_client.get(url(house, variant="blank"))).text


def test_large_is_larger_and_what_is_there_in_dutch_only_says_so(house: House) -> None:
    add(house, "Zet de koffie klaar.")
    normal, large = (
        Printed(house.anna_client.get(url(house, variant="blank", lang="en", size=size)))
        for size in ("normal", "large")
    )
    assert len(large.reader.pages) > len(normal.reader.pages)
    assert (large.root["/Lang"], large.other_languages()) == ("en", {"nl"})


@pytest.mark.parametrize(
    ("asked", "header", "given"),
    [({}, "fr-BE", "fr"), ({"lang": "en"}, "fr", "en"), ({"lang": "ar"}, "fr", "nl"), ({}, "ar, fr;q=0.5", "fr")],
)
def test_the_language_is_the_readers(house: House, asked: dict[str, str], header: str, given: str) -> None:
    """Only the team reads checklists: they are there in our own languages."""
    answer = house.anna_client.get(url(house, variant="blank", **asked), headers={"Accept-Language": header})
    assert (answer.headers["content-language"], Printed(answer).root["/Lang"]) == (given, given)


@pytest.mark.parametrize("asked", [{"lang": "tr"}, {"size": "huge"}, {"variant": "empty"}])
def test_what_is_not_there_is_a_problem(house: House, asked: dict[str, str]) -> None:
    answer = house.anna_client.get(url(house, **asked))
    assert answer.status_code == 422
    assert [one["pointer"] for one in answer.json()["errors"]] == [f"?{name}" for name in asked]
