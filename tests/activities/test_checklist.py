"""The checklist of an activity in use, and the mind map with what is done."""

from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from activities.made import Activity, at, idea, refused
from house import House

SPACE = "{http://www.w3.org/2000/svg}"
TEAM = {"phase": "after", "text": {"nl": "Stuur de foto's naar de buurtkrant."}}


def copied(house: House, **more: Any) -> tuple[Activity, dict[str, Any]]:
    """An activity with its checklist, and the points by the last part of their key."""
    activity = idea(house, **more)
    items = house.anna_client.made(at(activity, "checklist"), {})["items"]
    return activity, {one["key"].partition(".")[2]: one for one in items}


def tick(house: House, point: dict[str, Any], **patch: Any) -> dict[str, Any]:
    url = f"/v1/activity-checklist-points/{point['id']}"
    return house.anna_client.patch(url, {"is_ticked": True} | patch).json()  # type: ignore[no-any-return]


def done(house: House, activity: Activity) -> dict[str, bool]:
    nodes = house.anna_client.get(at(activity, "mind-map")).json()["nodes"]
    return {node["key"]: node["done"] for node in nodes}


def test_points_are_copied_once_ticked_and_added_to(house: House) -> None:
    activity, points = copied(house)
    assert len(points) == 18
    assert refused(house.anna_client.post(at(activity, "checklist"), {})) == (409, "checklist_exists")
    ticked = tick(house, points["why-in-one-sentence"], note="Op de vergadering.")
    assert (ticked["is_ticked"], ticked["ticked_by_id"], ticked["note"]) == (True, house.anna, "Op de vergadering.")
    undone = tick(house, points["why-in-one-sentence"], is_ticked=False)
    assert (undone["ticked_at"], undone["ticked_by_id"]) == (None, None)
    own = house.anna_client.made(at(activity, "checklist-points"), TEAM)
    items = house.bram_client.get(at(activity, "checklist")).json()["items"]
    assert (items[-1], own["key"]) == (own, None)
    assert [one["phase"] for one in items] == sorted(
        (one["phase"] for one in items), key=["before", "during", "after"].index
    )


def test_own_points_may_come_first(house: House) -> None:
    activity = idea(house)
    house.anna_client.made(at(activity, "checklist-points"), TEAM)
    assert len(house.anna_client.made(at(activity, "checklist"), {"variant": "blank"})["items"]) == 19


def test_a_tour_has_the_checklist_of_tours_and_no_mind_map(house: House) -> None:
    activity, points = copied(house, kind="tour")
    assert "plan-a-route-with-stops" in points
    for where in ("mind-map", "mind-map.svg"):
        assert house.anna_client.get(at(activity, where)).status_code == 404


def test_families_see_nothing_of_how_it_is_made(house: House) -> None:
    activity, _ = copied(house)
    for where in ("checklist", "mind-map", "mind-map.svg", "readiness"):
        assert house.sara_client.get(at(activity, where)).status_code == 403


def test_a_step_is_done_when_all_its_points_are(house: House) -> None:
    activity = idea(house)
    assert set(done(house, activity).values()) == {False}, "nothing is copied yet"
    activity, points = copied(house)
    tick(house, points["why-in-one-sentence"])
    tick(house, points["flow-welcome-at-the-door"])
    assert [step for step, is_done in done(house, activity).items() if is_done] == ["why"]
    tick(house, points["flow-more-doing-than-talking"])
    assert [step for step, is_done in done(house, activity).items() if is_done] == ["why", "flow"]


@pytest.mark.parametrize("layout", ["wide", "tall"])
def test_the_picture_shows_and_says_what_is_done(house: House, layout: str) -> None:
    activity, points = copied(house)
    tick(house, points["why-in-one-sentence"])

    def drawn() -> tuple[str, str, set[str]]:
        answer = house.anna_client.get(at(activity, f"mind-map.svg?layout={layout}"), headers={"Accept-Language": "en"})
        root = fromstring(answer.text)
        discs = {group.get("id", ""): len(group.findall(f"{SPACE}circle")) for group in root.iter(f"{SPACE}g")}
        return (
            root.findtext(f"{SPACE}title", ""),
            root.findtext(f"{SPACE}desc", ""),
            {step for step, count in discs.items() if count == 2},
        )

    title, told, ticked = drawn()
    assert (title, ticked) == ("Reading on Friday, step by step", {"why"})
    assert told.count("Done.") == 1
    tick(house, points["who-is-it-for"])
    assert drawn()[2] == {"why", "who"}


def test_a_long_title_stays_within_the_picture(house: House) -> None:
    activity = idea(house, title={"nl": "Samen lezen en knutselen en zingen " * 20})
    picture = house.anna_client.get(at(activity, "mind-map.svg?layout=tall")).text
    [shown] = [one.text or "" for one in fromstring(picture).iter(f"{SPACE}text") if one.get("font-size") == "19"]
    assert shown.endswith("…")
    assert len(shown) < 40
