"""Pictures of the catalogue over HTTP: pictograms, and the mind map of a parent activity."""

from itertools import combinations
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from conftest import CATALOGUE
from house import Client, House

from domain.catalogue.drawing.layers import crossings, layered
from domain.catalogue.drawing.lettering import width, wrapped
from domain.catalogue.drawing.sketch import Link
from domain.catalogue.drawing.spread import Wish, spread
from domain.catalogue.models import ChecklistPoint, PointFields

MAP = "/v1/activity-mind-map"
PICTURES = ("/v1/pictograms/star.svg", f"{MAP}.svg", f"{MAP}.svg?layout=tall")
SPACE = "{http://www.w3.org/2000/svg}"
LANGUAGES = ("nl", "fr", "en")


def picture(client: Client, url: str, language: str = "nl") -> Element:
    return fromstring(client.get(url, headers={"Accept-Language": language}).text)


def said(root: Element, tag: str) -> str:
    return root.findtext(f"{SPACE}{tag}") or ""


def tagged(root: Element, tag: str) -> list[Element]:
    return list(root.iter(f"{SPACE}{tag}"))


# every picture


@pytest.mark.parametrize("url", PICTURES)
def test_a_picture_is_svg_that_says_what_it_shows_and_is_known_the_second_time(house: House, url: str) -> None:
    answer = house.sara_client.get(url, headers={"Accept-Language": "fr"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert (answer.headers["content-language"], answer.headers["cache-control"]) == ("fr", "private, no-cache")
    assert "Accept-Language" in answer.headers["vary"]
    root = fromstring(answer.text)
    assert (root.get("role"), root.get("lang")) == ("img", "fr")
    again = {"Accept-Language": "fr", "If-None-Match": answer.headers["etag"]}
    assert house.sara_client.get(url, headers=again).status_code == 304
    assert house.sara_client.get(url, headers={**again, "Accept-Language": "nl"}).status_code == 200


@pytest.mark.parametrize("url", PICTURES)
def test_a_picture_runs_nothing_and_fetches_nothing(house: House, url: str) -> None:
    text = house.sara_client.get(url).text
    elements = list(fromstring(text).iter())
    assert {one.tag.removeprefix(SPACE) for one in elements} <= {
        *("svg", "title", "desc", "g", "rect", "circle", "path", "polygon", "text")
    }
    assert not any(name.startswith("on") or "href" in name for one in elements for name in one.attrib)
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_without_a_token_there_is_no_picture(nobody: Client) -> None:
    assert {nobody.get(url).status_code for url in (*PICTURES, "/v1/pictograms", "/v1/pictograms/none.svg")} == {401}


# pictograms


def test_all_pictograms_are_listed_with_what_they_show(house: House) -> None:
    url = "/v1/pictograms"
    for language, shows in (("nl", "een ster"), ("fr", "une étoile"), ("en", "a star")):
        listed = house.student_client.get(url, headers={"Accept-Language": language}).json()
        assert {one["name"]: one["shows"] for one in listed["items"]}["star"] == shows
    drawn = {path.stem for path in (CATALOGUE.parent / "pictograms").glob("*.svg")}
    assert {one["name"] for one in listed["items"]} == drawn
    assert listed["next_cursor"] is None
    everything = house.student_client.get(f"{url}?lang=all").json()["items"]
    assert all(set(one["shows"]) == {*LANGUAGES, "ar"} for one in everything)
    assert house.student_client.get(f"{url}?colour=red").status_code == 422


def test_a_pictogram_knows_its_development_domain_and_its_picture(house: House) -> None:
    listed = {one["name"]: one for one in house.anna_client.get("/v1/pictograms").json()["items"]}
    for domain in house.anna_client.get("/v1/development-domains").json()["items"]:
        assert domain["key"] in listed[domain["pictogram"]]["development_domains"]
    assert listed["clock"]["development_domains"] == []
    for one in (listed["clock"], listed["coat-on-hook"]):
        assert said(picture(house.anna_client, one["url"]), "title") == one["shows"]


def test_a_pictogram_that_is_not_there_is_not_found(house: House) -> None:
    for name in ("none", "names.yaml", "..%2Fcatalogue%2Fsources"):
        assert house.anna_client.get(f"/v1/pictograms/{name}.svg").status_code == 404


def test_a_school_asks_with_pictograms_that_are_there(house: House) -> None:
    question = house.admin_client.get("/v1/questions?limit=1").json()["items"][0]["id"]
    refused = house.admin_client.post(f"/v1/questions/{question}/adapt", {"pictogram": "unicorn"})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/pictogram")
    assert house.admin_client.made(f"/v1/questions/{question}/adapt", {"pictogram": "star"})["pictogram"] == "star"


# the mind map and its checklist


def points_of(client: Client, **kwargs: Any) -> dict[str, list[dict[str, Any]]]:
    return {node["key"]: node["points"] for node in client.get(MAP, **kwargs).json()["nodes"]}


def test_every_node_has_its_points_of_the_checklist_and_every_point_its_node(house: House) -> None:
    linked = points_of(house.anna_client, headers={"Accept-Language": "fr"})
    assert all(linked.values())
    checklists = house.anna_client.get("/v1/checklists", headers={"Accept-Language": "fr"}).json()["items"]
    points = next(one["points"] for one in checklists if one["key"] == "parent-activity")
    known = {point["id"]: point for point in points}
    shown = [point for node in linked.values() for point in node]
    assert sorted(point["id"] for point in shown) == sorted(known)
    assert all(point == {name: known[point["id"]][name] for name in point} for point in shown)
    assert [point["key"] for point in linked["flow"]] == [
        "parent-activity.flow-welcome-at-the-door",
        "parent-activity.flow-more-doing-than-talking",
    ]


def test_a_school_sees_its_own_version_of_a_point_and_not_what_it_hides(house: House, other_house: House) -> None:
    before = points_of(house.admin_client)
    topic, team = before["topic"][0], before["team"][0]
    own = house.admin_client.made(f"/v1/checklist-points/{topic['id']}/adapt", {"text": {"nl": "Kies samen."}})
    assert house.admin_client.post(f"/v1/checklist-points/{team['id']}/hide").is_success
    after = points_of(house.anna_client)
    assert [(one["id"], one["text"]) for one in after["topic"]] == [(own["id"], "Kies samen.")]
    assert after["team"] == []
    assert points_of(other_house.anna_client) == before


def test_a_point_belongs_to_a_node_by_whole_words_of_its_key(house: House) -> None:
    checklists = house.anna_client.get("/v1/checklists").json()["items"]
    checklist = next(one["id"] for one in checklists if one["key"] == "parent-activity")
    fields = PointFields.model_validate({"phase": "before", "text": {"nl": "Bel."}, "checklist_id": checklist})

    async def add(key: str) -> None:
        async with house.database.working_for(house.id) as session:
            session.add(ChecklistPoint.of(house.id, fields, key=f"parent-activity.{key}"))

    for key in ("teammates", "team"):
        house.run(add(key))
    assert [point["key"] for point in points_of(house.anna_client)["team"]] == [
        "parent-activity.team-with-parents",
        "parent-activity.team",
    ]


def test_all_languages_of_the_mind_map_come_as_maps(house: House) -> None:
    node = house.anna_client.get(f"{MAP}?lang=all").json()["nodes"][0]
    assert all(set(text) == set(LANGUAGES) for text in (node["label"], node["points"][0]["text"]))


# the mind map as a picture


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", ["wide", "tall"])
def test_the_picture_shows_all_there_is_in_the_readers_language(house: House, layout: str, language: str) -> None:
    headers = {"Accept-Language": language}
    document = house.anna_client.get(MAP, headers=headers).json()
    root = picture(house.anna_client, f"{MAP}.svg?layout={layout}", language)
    cards = {one.get("id"): one for one in tagged(root, "g") if one.get("id")}
    assert set(cards) == {node["key"] for node in document["nodes"]}
    for node in document["nodes"]:
        words = "".join("".join(one.itertext()) for one in tagged(cards[node["key"]], "text"))
        shown = "".join(words.split())
        for text in (node["label"], *(leaf["label"] for leaf in node["leaves"])):
            assert "".join(text.split()) in shown
    assert document["root"]["label"] in said(root, "title")
    assert len(tagged(root, "polygon")) == len(document["edges"]) + 3, "the legend has three"


def test_the_picture_tells_the_steps_in_order(house: House) -> None:
    document = house.anna_client.get(MAP).json()
    told = said(picture(house.anna_client, f"{MAP}.svg"), "desc").splitlines()
    assert [line.partition(".")[0] for line in told] == [str(number) for number in range(1, 17)]
    step_of = {node["key"]: next(line for line in told if node["prompt"] in line) for node in document["nodes"]}
    for edge in document["edges"]:
        origin, target = step_of[edge["from"]], step_of[edge["to"]]
        assert (told.index(origin) < told.index(target)) != edge["feedback"]
    assert step_of["topic"].endswith("Daarna: Vorm.")
    assert step_of["follow-up"].endswith("En de volgende keer weer: Vraag het aan ouders.")


def test_what_informs_is_dashed_and_thinner_and_the_way_back_is_drawn_for_itself(house: House) -> None:
    for url in PICTURES[1:]:
        strokes = [
            one.attrib for one in tagged(picture(house.anna_client, url), "path") if "stroke-dasharray" in one.attrib
        ]
        dashed = {one["stroke-width"] for one in strokes if one["stroke-dasharray"] != "none"}
        firm = {one["stroke-width"] for one in strokes if one["stroke-dasharray"] == "none"}
        assert max(dashed) < min(firm)
        assert sum(one["stroke"] == "#8a2f5d" for one in strokes) == 2, "itself and in the legend"


def test_the_picture_fits_its_paper_and_its_phone(house: House) -> None:
    for language in LANGUAGES:
        wide, tall = (picture(house.anna_client, url, language) for url in PICTURES[1:])
        assert float(wide.get("width", 0)) <= 718
        assert float(wide.get("height", 0)) <= 1046
        assert float(wide.get("width", 0)) / float(wide.get("viewBox", "").split()[2]) > 0.8, "letters stay legible"
        assert tall.get("width") == "360"
    assert house.anna_client.get(f"{MAP}.svg?layout=round").status_code == 422


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("url", PICTURES[1:])
def test_cards_stand_apart(house: House, url: str, language: str) -> None:
    root = picture(house.anna_client, url, language)
    frames = [one.find(f"{SPACE}rect") for one in tagged(root, "g") if one.get("id")]
    boxes = [
        [float(frame.get(name, 0)) for name in ("x", "y", "width", "height")] for frame in frames if frame is not None
    ]
    assert len(boxes) == 16
    for (x, y, wide, high), (other_x, other_y, other_wide, other_high) in combinations(boxes, 2):
        apart = x + wide < other_x or other_x + other_wide < x or y + high < other_y or other_y + other_high < y
        assert apart


# how it is drawn


def test_words_are_wrapped_and_what_is_too_long_is_broken() -> None:
    lines = wrapped("accessible aux poussettes et aux fauteuils roulants", 170, 13)
    assert " ".join(lines) == "accessible aux poussettes et aux fauteuils roulants"
    assert all(width(line, 13) <= 170 for line in lines)
    pieces = wrapped("hottentottententententoonstelling", 90, 13)
    assert len(pieces) > 1
    assert all(width(piece, 13) <= 90 for piece in pieces)
    assert "".join(piece.removesuffix("-") for piece in pieces) == "hottentottententententoonstelling"
    assert "?" not in [line.strip() for line in wrapped("Pourquoi ?", width("Pourquoi", 13), 13)]


def test_steps_stand_below_all_that_come_before_and_long_ways_have_a_place_in_every_row() -> None:
    links = [Link(*pair, firm=True) for pair in ("ab", "bc", "ac", "cd", "ad")]
    rows, chains = layered("dcba", links)
    assert [[place for place in row if len(place) == 1] for row in rows] == [["a"], ["b"], ["c"], ["d"]]
    assert [len(chains[link]) for link in links] == [2, 2, 3, 2, 4]


def test_rows_are_untangled() -> None:
    links = [Link(*pair, firm=True) for pair in ("az", "by", "cx")]
    rows, _ = layered("abcxyz", links)
    assert crossings(rows, [link[:2] for link in links]) == 0
    assert crossings([["a", "b"], ["x", "y"]], [("a", "y"), ("b", "x")]) == 1


def test_places_keep_their_order_and_distance_near_to_where_they_want_to_be() -> None:
    assert spread([Wish(10, 10), Wish(90, 10)], 5, 0, 100) == [10, 90]
    assert spread([Wish(50, 10), Wish(50, 10)], 5, 0, 100) == [42.5, 57.5]
    assert spread([Wish(0, 10), Wish(0, 10), Wish(100, 10)], 5, 0, 100) == [5, 20, 95]
