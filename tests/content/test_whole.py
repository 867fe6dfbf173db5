"""The catalogue is whole: every form has its questions, checklist and tips, in every language, with their sources."""

from typing import Any

from house import Client
from library import everything, parts_of

LANGUAGES = {"nl", "fr", "en"}
PHASES = {"before", "during", "after"}
EVERYBODY = {"parent", "student", "teacher"}
FORMS = {
    "constructive-conversation": EVERYBODY,
    "enrolment-conversation": EVERYBODY,
    "home-visit": EVERYBODY,
    "parent-activity": EVERYBODY,
    "parent-teacher-conference": EVERYBODY,
    "reverse-conversation": EVERYBODY - {"teacher"},
    "school-tour": EVERYBODY,
    "start-conversation": EVERYBODY,
    "talking-tree": EVERYBODY,
}
"""Each form and who is asked something: in a reverse conversation the teacher listens."""

FEWEST_QUESTIONS, FEWEST_QUESTIONS_IN_ALL = 8, 100
FEWEST_POINTS_OF_A_PHASE, FEWEST_ESSENTIALS, FEWEST_TIPS = 3, 3, 6

Library = dict[str, list[dict[str, Any]]]


def about(rows: list[dict[str, Any]], form: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["meeting_type"] == form]


def test_the_forms_are_the_nine(library: Library) -> None:
    for path in ("questions", "checklists", "tips"):
        assert {row["meeting_type"] for row in library[path]} == set(FORMS), path
    assert {row["key"] for row in library["meeting-types"]} == set(FORMS)
    assert {form for row in library["materials"] for form in row["meeting_types"]} == set(FORMS)


def test_every_text_is_there_in_every_language(library: Library) -> None:
    """Sources have none: their titles are as their makers gave them."""
    for path, rows in library.items():
        texts = [(row, part) for row in rows for part in parts_of(row) if "nl" in part]
        assert [row["key"] for row, text in texts if not all(text.get(one) for one in LANGUAGES)] == [], path
        assert len(texts) >= len(rows) or path == "sources"


def test_every_form_has_questions_for_each_phase_and_for_everybody(library: Library) -> None:
    """Among them for each level that the form is meant for."""
    for form in library["meeting-types"]:
        mine = about(library["questions"], form["key"])
        assert len(mine) >= FEWEST_QUESTIONS, form["key"]
        assert {one["audience"] for one in mine} == FORMS[form["key"]], form["key"]
        assert {one["phase"] for one in mine} == {phase["key"] for phase in form["phases"]}, form["key"]
        assert {level for one in mine for level in one["levels"]} == set(form["levels"]), form["key"]
    assert len(library["questions"]) >= FEWEST_QUESTIONS_IN_ALL


def test_no_question_stands_there_twice(library: Library) -> None:
    """Not with the same words to the same people: then one of them is left over."""
    asked = [(one["meeting_type"], one["audience"], one["text"]["nl"]) for one in library["questions"]]
    assert sorted({one for one in asked if asked.count(one) > 1}) == []


def test_every_checklist_has_every_phase_with_an_example_and_a_tip_for_each_point(library: Library) -> None:
    assert len(library["checklists"]) == len(FORMS)
    for checklist in library["checklists"]:
        phases = [point["phase"] for point in checklist["points"]]
        assert all(phases.count(phase) >= FEWEST_POINTS_OF_A_PHASE for phase in PHASES), checklist["key"]
        assert [point["key"] for point in checklist["points"] if not (point["example"] and point["tip"])] == []
        assert sum(point["essential"] for point in checklist["points"]) >= FEWEST_ESSENTIALS, checklist["key"]


def test_a_blank_checklist_has_the_same_points_without_examples_and_tips(reader: Client, library: Library) -> None:
    kept = ("id", "key", "phase", "text", "essential", "source")
    blank = {one["key"]: one for one in everything(reader, "checklists", variant="blank")}
    assert blank.keys() == {one["key"] for one in library["checklists"]}
    for full in library["checklists"]:
        points = blank[full["key"]]["points"]
        assert [[point[name] for name in kept] for point in points] == [
            [point[name] for name in kept] for point in full["points"]
        ]
        assert not any({"example", "tip"} & point.keys() for point in points)
        assert all(point["own_actions"] == point["own_questions"] == [] for point in points)


def test_every_form_has_tips(library: Library) -> None:
    assert [form for form in FORMS if len(about(library["tips"], form)) < FEWEST_TIPS] == []


def test_everything_says_where_it_comes_from(library: Library) -> None:
    known = {one["tag"] for one in library["sources"]}
    used = set()
    for rows in library.values():
        for row in rows:
            facts = [part for part in parts_of(row) if "source" in part]
            assert facts or row in library["sources"], row
            assert all(fact["source"] and set(fact["source"]) <= known for fact in facts), row
            used |= {tag for fact in facts for tag in fact["source"]}
    for checklist in library["checklists"]:
        assert all(point["source"] for point in checklist["points"]), checklist["key"]
    assert {"S", "J"} <= used


def test_every_source_can_be_looked_up(library: Library) -> None:
    """What we know of an address in part stands in the note; only our own judgement has none."""
    lost = [one["tag"] for one in library["sources"] if not one["url"] and "address" not in (one["note"] or "")]
    assert lost == ["J"]
