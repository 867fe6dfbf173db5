"""The route sheet and the stop cards, in four languages, for eyes and for screen readers."""

from activities.toured import Made, at, guide, stop, tour
from house import Client, House
from pages import Printed


def printed(client: Client, made: Made, name: str, lang: str) -> Printed:
    return Printed(client.get(at(made, name), params={"lang": lang}))


def walk(house: House) -> Made:
    made = tour(house)
    stop(house, made, "De refter", room_id=house.room)
    stop(house, made, "De tuin", doing="own", words={"nl": "Proef een tomaat", "fr": "Goûtez une tomate"})
    guide(house, made)
    return made


def test_the_route_is_there_in_four_languages(house: House) -> None:
    made = walk(house)
    for lang, words in {
        "nl": ("Route van de rondleiding", "De refter", "Leeshoek", "Gooi de vragendobbelsteen", "Anna Claes"),
        "fr": ("Parcours de la visite guidée", "Lancez le dé à questions", "Goûtez une tomate"),
        "en": ("Route of the tour", "Roll the question die", "Proef een tomaat"),
        "ar": ("Leeshoek",),
    }.items():
        page = printed(house.anna_client, made, "route-sheet.pdf", lang)
        assert page.is_accessible()
        for said in words:
            assert said in page.text, (lang, said)
    assert page.root["/Lang"] == "ar"
    assert page.other_languages() == {"nl"}


def test_a_card_for_each_stop_and_a_die_with_a_blank_side(house: House) -> None:
    made = walk(house)
    page = printed(house.sara_client, made, "stop-cards.pdf", "nl")
    assert page.is_accessible()
    assert "1. De refter" in page.text
    assert "Jullie eigen vraag" in page.text
    die = house.anna_client.get(at(made, "tour")).json()["die"]
    assert all(side in page.text for side in die)
    assert len(page.alternatives()) == 2 + 5, "one for each stop, one for each side but the blank one"


def test_families_read_no_names_of_guides_on_paper(house: House) -> None:
    made = walk(house)
    assert "Anna Claes" not in printed(house.sara_client, made, "route-sheet.pdf", "nl").text
    hidden = tour(house, status="preparing")
    assert house.sara_client.get(at(hidden, "route-sheet.pdf")).status_code == 404
