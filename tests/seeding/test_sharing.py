"""A school's own content as a file: out of one school, into another, and back."""

import json
from typing import Any

import httpx
import pytest
import yaml
from house import Client, House

EXPORT, IMPORT = "/v1/catalogue-export", "/v1/catalogue-imports"
KEY = "start-conversation.where-do-we-start"
QUESTION = {
    "meeting_type": "start-conversation",
    "audience": "parent",
    "phase": "opening",
    "levels": ["primary"],
    "text": {"nl": "Wat maakt de ochtend vlot?", "fr": "Qu'est-ce qui aide le matin ?"},
    "plain": {"nl": "Wat helpt: 'n liedje?"},
    "use": {"nl": "Noteer één gewoonte.\nEén: niet meer."},
}
POINT = {"phase": "before", "text": {"nl": "Zet de koffie klaar."}, "example": {"nl": "- Koffie?"}}


def sent(client: Client, content: str | bytes, query: str = "", media_type: str = "application/yaml") -> httpx.Response:
    return client.request("POST", IMPORT + query, content=content, headers={"Content-Type": media_type})


def told(answer: httpx.Response) -> list[tuple[str, str, str]]:
    """Line, pointer and code of everything that is wrong."""
    assert answer.status_code == 422, answer.text
    return [(one["detail"].split(":")[0], one["pointer"], one["code"]) for one in answer.json()["errors"]]


def furnished(house: House) -> House:
    """A school with a question and a point of its own, an adaptation, and a set that holds all its questions."""
    admin = house.admin_client
    library = next(one for one in admin.get("/v1/questions?limit=200").json()["items"] if one["key"] == KEY)
    adapted = admin.made(f"/v1/questions/{library['id']}/adapt", {"text": {"nl": "Waar beginnen we mee?"}})
    own = admin.made("/v1/questions", QUESTION)
    (checklist,) = admin.get("/v1/checklists?meeting_type=start-conversation").json()["items"]
    admin.made("/v1/checklist-points", POINT | {"checklist_id": checklist["id"]})
    chosen = [{"question_id": own["id"], "note": "Rustig"}, {"question_id": adapted["id"]}]
    admin.made("/v1/question-sets", {"kind": "school", "title": {"nl": "Begin"}, "questions": chosen})
    return house


def test_what_one_school_shares_another_has_under_the_same_names(house: House, other_house: House) -> None:
    file = furnished(house).admin_client.get(EXPORT)
    assert file.headers["content-type"] == "application/yaml"
    report = sent(other_house.admin_client, file.content).json()
    added = {"added": 1, "left_alone": 0}
    assert report == {
        "preview": False,
        "questions": {"added": 2, "left_alone": 0},
        "checklist_points": added,
        "question_sets": added,
    }
    again = other_house.admin_client.get(EXPORT)
    assert yaml.safe_load(again.text) == yaml.safe_load(file.text)
    (kept,) = other_house.anna_client.get("/v1/question-sets").json()["items"]
    assert [(one["text"], one["note"]) for one in kept["questions"]] == [
        (QUESTION["text"]["nl"], "Rustig"),
        ("Waar beginnen we mee?", None),
    ]
    for school in (house, other_house):
        twice = sent(school.admin_client, again.content).json()
        assert [twice[kind]["added"] for kind in ("questions", "checklist_points", "question_sets")] == [0, 0, 0]


def test_an_export_is_known_the_second_time_and_shows_only_what_is_the_schools(
    house: House, other_house: House
) -> None:
    file = furnished(house).admin_client.get(EXPORT)
    known = house.admin_client.get(EXPORT, headers={"If-None-Match": file.headers["etag"]})
    assert (known.status_code, known.content) == (304, b"")
    house.anna_client.made("/v1/question-sets", {"kind": "team", "title": {"nl": "Zonnebloem"}, "questions": []})
    hidden = house.admin_client.made("/v1/questions", QUESTION | {"text": {"nl": "Waar is de zonnebloem?"}})
    house.admin_client.post(f"/v1/questions/{hidden['id']}/hide")
    assert "onnebloem" not in house.admin_client.get(EXPORT).text
    assert yaml.safe_load(other_house.admin_client.get(EXPORT).text)["questions"] == []
    assert house.anna_client.get(EXPORT).status_code == 403


def test_a_preview_tells_the_same_and_writes_nothing(house: House, other_house: House) -> None:
    file = furnished(house).admin_client.get(EXPORT).content
    preview = sent(other_house.admin_client, file, "?preview=true").json()
    assert preview["preview"]
    assert preview["questions"]["added"] == 2
    assert yaml.safe_load(other_house.admin_client.get(EXPORT).text)["questions"] == []
    assert other_house.heard() == []
    assert sent(other_house.admin_client, file).json() == preview | {"preview": False}
    assert [one["type"] for one in other_house.heard()] == [
        "question.adapted",
        "question.created",
        "checklist_point.created",
        "question_set.created",
    ]


def test_what_the_school_has_is_left_alone(house: House, other_house: House) -> None:
    file = furnished(house).admin_client.get(EXPORT).content
    admin = other_house.admin_client
    mine = admin.made("/v1/questions", QUESTION | {"use": {"nl": "Van ons."}})
    library = next(one for one in admin.get("/v1/questions?limit=200").json()["items"] if one["key"] == KEY)
    assert admin.post(f"/v1/questions/{library['id']}/hide").status_code == 204
    assert sent(admin, file).json()["questions"] == {"added": 0, "left_alone": 2}
    assert admin.get(f"/v1/questions/{mine['id']}").json()["use"] == "Van ons."
    assert KEY not in [one["key"] for one in admin.get("/v1/questions?limit=200").json()["items"]]
    (kept,) = admin.get("/v1/question-sets").json()["items"]
    assert kept["questions"][0]["question_id"] == mine["id"]


WRONG = """\
questions:
  - key: own.first
    meeting_type: start-conversation
    audience: parent
    phase: dessert
    levels: [primary]
    text:
      nl: Wat helpt?
      fr: Est-ce que ça va ?
    plain: {nl: Wat helpt?}
    use: {nl: Luister.}
  - adapts: no.such-question
    meeting_type: tea-party
    audience: parent
    phase: opening
    levels: [primary]
    text: {nl: Wat?}
    plain: {nl: Wat?}
    use: {nl: Luister.}
checklist_points:
  - {key: own.point, checklist: none, phase: before, text: {nl: Koffie}}
question_sets:
  - title: {nl: Begin}
    questions:
      - question: own.first
      - question: own.nowhere
"""


def test_everything_wrong_is_told_with_its_line_and_nothing_is_taken_in(house: House) -> None:
    good = "question_sets: [{title: {nl: Begin}, questions: []}]\n"
    assert told(sent(house.admin_client, WRONG)) == [
        ("Regel 5", "/questions/0/phase", "unknown_phase"),
        ("Regel 9", "/questions/0/text/fr", "question_not_open"),
        ("Regel 13", "/questions/1/meeting_type", "unknown_reference"),
        ("Regel 12", "/questions/1/adapts", "unknown_reference"),
        ("Regel 21", "/checklist_points/0/checklist", "unknown_reference"),
        ("Regel 26", "/question_sets/0/questions/1/question", "unknown_reference"),
    ]
    assert house.admin_client.get("/v1/question-sets").json()["items"] == []
    assert sent(house.admin_client, good).json()["question_sets"]["added"] == 1


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nquestions: [*b, *b]\n"
UNREADABLE = [
    ("questions:\n  - key: own.x\n    levels: [\n", ("Regel 4", "", "unreadable_yaml")),
    ("questions: []\nquestions: []\n", ("Regel 2", "", "unreadable_yaml")),
    ("\n" + BOMB, ("Regel 2", "", "tangled_yaml")),
    ("[" * 2000, ("Regel 1", "", "tangled_yaml")),
    ("x: !!python/object/apply:os.system [ls]", ("Regel 1", "", "tangled_yaml")),
    ("questions: !!bool foo", ("Regel 1", "", "tangled_yaml")),
    ("x: " + ":".join(["1"] + ["00"] * 200) + ".0", ("Regel 1", "", "unreadable_yaml")),
    (b"\xff\xfe\x00", ("Regel 1", "", "unreadable_yaml")),
    ('format: "\\0"', ("Regel 1", "/format", "literal_error")),
    ("", ("Regel 1", "", "unreadable_yaml")),
    ("\nzonnebloem", ("Regel 2", "", "model_attributes_type")),
    ("questions:\n  - zonnebloem", ("Regel 2", "/questions/0", "model_attributes_type")),
    ("questions:\n  - {key: own.x, adapts: b.c}", ("Regel 2", "/questions/0/meeting_type", "missing")),
    ("format: x\nzonnebloem: 1", ("Regel 1", "/format", "literal_error")),
    ("? [a, b]\n: 1", ("Regel 1", "", "unreadable_yaml")),
    ("2026-01-01: 1", ("Regel 1", "", "wrong_value")),
    ("x: [" + "1," * 210_000 + "]", ("Regel 1", "", "tangled_yaml")),
]


@pytest.mark.parametrize(("content", "first"), UNREADABLE)
def test_a_file_that_is_none_is_refused_in_few_words(house: House, content: Any, first: tuple[str, str, str]) -> None:
    answer = sent(house.admin_client, content)
    assert told(answer)[0] == first
    assert "onnebloem" not in "".join(one["detail"] for one in answer.json()["errors"])


def test_a_thing_has_one_name(house: House) -> None:
    both = json.dumps({"questions": [QUESTION | {"key": "own.x", "adapts": KEY}, QUESTION | {"key": "mine"}]})
    assert [code for _, _, code in told(sent(house.admin_client, both))] == ["one_name", "string_pattern_mismatch"]


def test_only_yaml_of_a_reasonable_size_is_read(house: House) -> None:
    assert sent(house.admin_client, "{}", media_type="application/json").status_code == 415
    assert sent(house.admin_client, "x" * (1 << 20) + "xx").status_code == 413
    assert sent(house.anna_client, "{}").status_code == 403
