"""The picture of a talking tree: for phone and paper, told in words too, safe, and without a figure to compare by."""

import re
from datetime import date
from typing import Any
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from conversations.talks import deed, pointed, running
from conversations.trees import BOARD, a_tree, laid, tree_talk
from house import House
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.conversations.drawing.ladders import pawn
from domain.conversations.drawing.picture import draw
from domain.conversations.drawing.words import PEOPLE, PLACES, told
from domain.conversations.models.board import Ladder, Place
from domain.conversations.models.board_picture import BoardShown, CardShown
from domain.kernel.days import day_in_words
from domain.kernel.svg import element, paragraph, words
from domain.kernel.text import LANGUAGES

SVG = "{http://www.w3.org/2000/svg}"
NASTY = "<script>alert(\"1\")</script> & 'Zoë' ]]>"
LABELS = ("heel moeilijk", "eerder moeilijk", "gaat wel", "goed", "straalt")
CARD = {"development_domain": "language", "name": "taal", "pictogram": "speech-bubble", "chosen_by": "guardian"}
VIEWS = [(ladder, place, who) for who in PEOPLE for ladder in Ladder for place in Place]


def board(cards: int = 1, pawns: int = 0, **more: Any) -> BoardShown:
    """A board with so many cards and pawns."""
    placed = [
        {"scale": ladder, "place": place, "placed_by": who, "level": number % 5 + 1, "label": LABELS[number % 5]}
        for number, (ladder, place, who) in enumerate(VIEWS[:pawns])
    ]
    rungs = [{"level": level, "label": label} for level, label in enumerate(LABELS, 1)]
    document = {
        "conversation_id": UUID(int=1),
        "student_id": UUID(int=2),
        "form": "Babbelboom",
        "given_name": "Lina",
        "held_on": date(2026, 9, 15),
        "cards": [CARD] * cards,
        "pawns": placed,
        "what_helps": None,
        "agreement": None,
        "ladders": [{"key": ladder, "name": str(ladder), "levels": rungs} for ladder in Ladder],
    }
    return BoardShown.model_validate(document | more)


def read(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def seen(svg: str) -> list[str]:
    """What stands in the picture to be read."""
    return ["".join(one.itertext()) for one in read(svg).iter(f"{SVG}text")]


def in_words(svg: str) -> str:
    return read(svg).findtext(f"{SVG}desc") or ""


def test_a_picture_of_what_lies_there(house: House) -> None:
    talk = running(house, tree_talk(house))
    agreed = house.anna_client.made(deed(talk, "agreements"), {"what": "Elke vrijdag een liedje", "who": "teacher"})
    laid(house, talk, BOARD | {"agreement_id": agreed["id"]})
    answer = house.sara_client.get(deed(talk, "board.svg"))
    assert (answer.headers["content-type"], answer.headers["content-language"]) == ("image/svg+xml", "nl")
    text = in_words(answer.text)
    for said in (
        "1. taal en vertellen, ouder (zingt in het Arabisch); 2. bewegen, leerkracht.",
        "Welbevinden: ouder, thuis: goed; leerkracht, in de klas: eerder moeilijk (bij het afscheid).",
        "Betrokkenheid: geen pion.",
        "Wat helpt: Een foto van thuis in de boekentas.",
        "Afspraak: Elke vrijdag een liedje.",
    ):
        assert said in text
    assert "Lina – Babbelboom" in seen(answer.text)
    again = house.sara_client.get(deed(talk, "board.svg"), headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(("language", "word"), [("nl", "goed"), ("fr", "bien"), ("en", "doing well")])
def test_it_speaks_the_readers_language(house: House, language: str, word: str) -> None:
    talk = a_tree(house)
    laid(house, talk)
    svg = house.omar_client.get(deed(talk, "board.svg"), headers={"Accept-Language": language}).text
    assert read(svg).get("lang") == language
    assert word in seen(svg)
    assert f": {word}" in in_words(svg)


def test_an_empty_board_is_a_tree_too(house: House) -> None:
    svg = house.sara_client.get(deed(a_tree(house), "board.svg")).text
    assert "Nog geen kaartje" in in_words(svg)


def test_two_trees_of_one_child_stand_side_by_side_the_earliest_first(house: House) -> None:
    first, later = a_tree(house), a_tree(house, 30 * 24 * 60)
    laid(house, first)
    days = [in_words(house.sara_client.get(deed(one, "board.svg")).text) for one in (first, later)]
    both = {
        house.sara_client.get(deed(one, "board.svg"), params={"compare": other["id"]}).text.replace(one["id"], "")
        for one, other in ((first, later), (later, first))
    }
    assert {in_words(svg) for svg in both} == {" ".join(days)}


def test_children_are_not_compared_and_hidden_trees_stay_hidden(house: House) -> None:
    mine = a_tree(house)
    house.admin_client.patch(f"/v1/students/{house.other_student}", {"level": "nursery"})
    people = [{"role": "teacher", "staff_id": house.bram}, {"role": "guardian", "guardian_id": house.other_guardian}]
    theirs = tree_talk(house, 60, student_id=house.other_student, participants=people)
    del theirs["room_id"]
    other = house.bram_client.made("/v1/conversations", theirs)
    url, compare = deed(mine, "board.svg"), {"compare": other["id"]}
    assert pointed(house.admin_client.get(url, params=compare)) == [("?compare", "board_of_another_child")]
    assert house.anna_client.get(url, params=compare).status_code == 404


def test_what_people_write_is_never_markup(house: House) -> None:
    talk = a_tree(house)
    house.admin_client.patch(f"/v1/students/{house.student}", {"given_name": NASTY})
    laid(house, talk, {"cards": [BOARD["cards"][0] | {"note": NASTY}], "what_helps": NASTY})
    svg = house.sara_client.get(deed(talk, "board.svg")).text
    assert "<script" not in svg
    assert NASTY in (read(svg).findtext(f"{SVG}title") or "")
    assert in_words(svg).count(NASTY) == 3


@settings(max_examples=20)
@given(st.text())
def test_any_text_makes_a_picture_that_can_be_read(text: str) -> None:
    card = CardShown.model_construct(**CARD | {"name": text, "note": text})
    read(draw([board(given_name=text, what_helps=text).model_copy(update={"cards": [card]})], "nl"))
    assert read(element("a", words(text), b=text)).tag == "a"


@pytest.mark.parametrize("cards", [0, 1, 3, 10])
@pytest.mark.parametrize("pawns", [0, 1, 6, 16])
@pytest.mark.parametrize("trees", [1, 2])
def test_it_holds_nothing_but_shapes_and_text(cards: int, pawns: int, trees: int) -> None:
    svg = draw([board(cards, pawns)] * trees, "nl")
    root = read(svg)
    kinds = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert kinds <= {"svg", "title", "desc", "g", "rect", "path", "circle", "text", "line", "polyline", "ellipse"}
    assert not re.search(r"href|url\(|style=|\son\w+=|<!|<\?", svg)
    assert (root.get("role"), [one.tag for one in root][:2]) == ("img", [f"{SVG}title", f"{SVG}desc"])
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} == {one.get("id") for one in list(root)[:2]}


def test_it_fits_a_phone_and_its_letters_can_be_read_there() -> None:
    for trees in (1, 2):
        root = read(draw([board(10, 16)] * trees, "fr"))
        assert float(str(root.get("viewBox")).split()[2]) == 360
        assert min(float(str(one.get("font-size"))) for one in root.iter(f"{SVG}text")) >= 9


def test_no_figure_stands_there_but_days_and_the_order_of_cards() -> None:
    """R38: a rung is said in words; nothing is counted."""
    cards, pawns = 3, 16
    svg = draw([board(cards, pawns), board(cards, pawns, held_on=date(2027, 1, 12))], "en")
    rest = [text for text in seen(svg) if text not in {"15 September 2026", "12 January 2027"}]
    assert sorted(text for text in rest if re.search(r"[\d%]", text)) == sorted(["1", "2", "3"] * 2)
    spoken = in_words(svg).replace("15 September 2026", "").replace("12 January 2027", "")
    assert re.findall(r"[\d%]+", spoken) == ["1", "2", "3"] * 2


def test_each_pawn_is_drawn_on_its_rung_and_told() -> None:
    for count in (1, 6, 16):
        shown = board(1, count)
        text = told(shown, "nl")
        assert sum(text.count(label) for label in LABELS) == count
        letters = [one for one in seen(draw([shown], "nl")) if one in {"O", "A", "K", "L"}]
        there = {(one.place, one.placed_by) for one in shown.pawns}
        assert len(letters) == count + len(there), "each pawn, and each key of the legend"


def test_a_pawn_says_by_its_shape_where_and_by_its_letter_who() -> None:
    for language in LANGUAGES:
        drawn = {(place, who): pawn(place, who, language).markup for place in PLACES for who in PEOPLE}
        assert len(set(drawn.values())) == len(drawn)
        for (place, _), markup in drawn.items():
            assert ("<circle" in markup) == (place is Place.CLASS)
        assert len({said[language][0] for said in PEOPLE.values()}) == len(PEOPLE)


def test_a_higher_rung_stands_higher() -> None:
    def height(level: int) -> float:
        it = {"scale": "well-being", "place": "home", "placed_by": "guardian", "level": level, "label": "x"}
        return pawn_heights(draw([BoardShown.model_validate(board().model_dump() | {"pawns": [it]})], "nl"))[0]

    assert sorted(range(1, 6), key=height) == [5, 4, 3, 2, 1]


def pawn_heights(svg: str) -> list[float]:
    """Of every pawn that stands in the trees: how far from the top."""
    found: list[float] = []

    def walk(node: ET.Element, y: float) -> None:
        moved = re.match(r"translate\((\S+) (\S+)\)", node.get("transform", ""))
        y += float(moved[2]) if moved else 0
        if node.tag == f"{SVG}text" and node.text in {"O", "L"}:
            found.append(y)
        for child in node:
            walk(child, y)

    walk(read(svg), 0)
    return found[:-1]


def test_long_words_end_with_an_ellipsis_and_stay_whole_in_the_description() -> None:
    long = "Samen zingen voor het slapengaan. " * 60
    svg = draw([board(what_helps=long.strip())], "nl")
    assert any(text.endswith("…") for text in seen(svg))
    assert long.strip().rstrip(".") in in_words(svg)
    assert paragraph("kort", 100, 12).height < paragraph("een hele lange zin van woorden", 100, 12).height


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            date(2026, 9, 15),
            {"nl": "15 september 2026", "fr": "15 septembre 2026", "en": "15 September 2026", "ar": "15 سبتمبر 2026"},
        ),
        (
            date(2027, 1, 1),
            {"nl": "1 januari 2027", "fr": "1er janvier 2027", "en": "1 January 2027", "ar": "1 يناير 2027"},
        ),
        (
            date(2026, 12, 31),
            {"nl": "31 december 2026", "fr": "31 décembre 2026", "en": "31 December 2026", "ar": "31 ديسمبر 2026"},
        ),
    ],
)
def test_days_are_said_in_words(day: date, said: dict[str, str]) -> None:
    assert {language: day_in_words(day, language) for language in LANGUAGES} == said
