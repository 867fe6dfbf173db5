"""The content as it stands in the files, and what the loader says of content that is wrong."""

import re
import shutil
from pathlib import Path

import pytest
from conftest import CATALOGUE

from domain.seeding.checks import Content
from domain.seeding.content import load_content
from domain.seeding.drawings import flaws_of_pictograms
from domain.seeding.entries import ContentError, read_entries

TYPES = {
    "constructive-conversation",
    "enrolment-conversation",
    "home-visit",
    "parent-activity",
    "parent-teacher-conference",
    "reverse-conversation",
    "school-tour",
    "start-conversation",
    "talking-tree",
}


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(CATALOGUE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content, to break."""
    shutil.copytree(CATALOGUE.parent / "pictograms", tmp_path / "pictograms")
    return Path(shutil.copytree(CATALOGUE, tmp_path / "catalogue"))


def test_the_nine_forms_are_there_each_in_its_own_file(content: Content) -> None:
    assert {piece.key for piece in content["meeting-types"]} == TYPES
    for shelf in ("meeting-types", "checklists"):
        assert all(piece.entry.file == f"{shelf}/{piece.key}.yaml" for piece in content[shelf])


def test_every_form_says_why_when_how_long_who_and_how(content: Content) -> None:
    """R39."""
    for piece in content["meeting-types"]:
        form = piece.fields
        assert form.why
        assert form.pitfalls
        assert "required" in {one.presence for one in form.participants}
        assert (form.key == "talking-tree") == bool(form.host_moments)
        assert (form.season.first_week is None) == (form.season.last_week is None)


def test_keys_begin_with_their_meeting_type(content: Content) -> None:
    for shelf in ("questions", "tips"):
        assert all(piece.key.startswith(f"{piece.fields.meeting_type}.") for piece in content[shelf])


def test_unknown_bibliographic_data_stay_null(content: Content) -> None:
    """R40: what the facts do not give stands nowhere. These years they give, and no ISBN at all."""
    materials = {piece.key: piece.fields for piece in content["materials"]}
    assert not any(material.isbn for material in materials.values())
    assert {key: material.year for key, material in materials.items() if material.year} == {
        "enrolment-bundle-separated-parents": 2015,
        "conference-four-rules-klasse": 2024,
        "difficult-conversation-klasse": 2023,
        "start-is-not-reverse-article": 2020,
        "start-conversation-guide-jsw": 2017,
    }
    assert {material.publisher for material in materials.values()} == {None, "Klasse"}
    assert {name for material in materials.values() for name in material.authors} == {
        "Boaz Bijleveld",
        "Peter de Vries",
    }
    assert all(materials[book].url is None for book in ("golden-weeks-book", "parent-involvement-handbook"))


def test_every_phase_of_a_checklist_has_essential_points(content: Content) -> None:
    for piece in content["checklists"]:
        assert {point.phase for point in piece.fields.points if point.essential} == {"before", "during", "after"}


def test_names_are_the_chosen_ones() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in CATALOGUE.rglob("*.yaml"))
    assert not re.search(r"entretien\w*\s+de\s+départ", text, re.IGNORECASE)
    assert "ntretien de rentrée à trois" in text


def test_every_file_of_the_folder_is_read(content: Content) -> None:
    read = {piece.entry.file for pieces in content.values() for piece in pieces}
    assert read == {path.relative_to(CATALOGUE).as_posix() for path in CATALOGUE.rglob("*.yaml")}


def keep_only(folder: Path, path: Path) -> None:
    """One file and those that it refers to, which is faster to read."""
    for other in folder.rglob("*.yaml"):
        if (
            other != path
            and other.parent.name != "meeting-types"
            and other.stem not in {"sources", "development-domains"}
        ):
            other.unlink()


START = "meeting-types/start-conversation.yaml"
QUESTIONS = "questions/start-conversation.yaml"
FLAWS = [
    (START, '  fr: "Entretien de rentrée à trois"\n', "", "name", "R36 This text is missing in: fr."),
    (START, "default_minutes: 20", "default_minutes: 45", "duration", "The shortest, usual and longest"),
    (START, "levels: [nursery, primary, secondary]", "levels: [nursery, third]", "levels.1", "Input should be"),
    (START, 'source: ["S", "12", "13", "J"]', 'source: ["S", "999"]', "source", "There is no source '999'."),
    (START, 'source: ["S", "12", "13", "J"]', "source: []", "source", "List should have at least 1 item"),
    (START, "host_moments: []", "host_moments: []\ncolour: red", "colour", "Extra inputs are not permitted"),
    (START, "agenda_set_by: together_in_conversation\n", "", "agenda_set_by", "Field required"),
    (
        START,
        "  - key: only-new-pupils",
        "  - key: hidden-agenda",
        "pitfalls",
        "'hidden-agenda' is here more than once.",
    ),
    (START, "host_moments: []", "host_moments: []\nhost_moments: []", "host_moments", "stands here twice"),
    (START, "host_moments: []", "host_moments: [", "", "expected"),
    ("meeting-types/reverse-conversation.yaml", "max_minutes: 10", "max_minutes: 20", "duration", "R01 "),
    (QUESTIONS, "  phase: opening", "  phase: dessert", "phase", "no such phase"),
    (QUESTIONS, '"Waar wil jij vandaag beginnen?"', '"Wil jij beginnen?"', "text.nl", "R37 This question can be"),
    (QUESTIONS, '"What shall we do or talk about first?"', '"Shall we?"', "plain.en", "R37 This question can be"),
    (QUESTIONS, '"Par quoi on commence ?"', f'"Quoi {"x" * 160}"', "plain.fr", "R37 A question has at most 160"),
    (QUESTIONS, "start-conversation.on-your-mind", "start-conversation.where-do-we-start", "key", "more than once"),
    (QUESTIONS, "development_domain: null", "development_domain: none", "development_domain", "There is no 'none'."),
    (QUESTIONS, "  audience: student", "  audience: dog", "audience", "Input should be"),
    (
        "tips/start-conversation.yaml",
        "meeting_type: start-conversation",
        "meeting_type: tea",
        "meeting_type",
        "no 'tea'",
    ),
    (QUESTIONS, "pictogram: speech-bubble", "pictogram: unicorn", "pictogram", "There is no pictogram 'unicorn'."),
    (
        "development-domains.yaml",
        "pictogram: empty-leaf",
        "pictogram: oak",
        "pictogram",
        "There is no pictogram 'oak'.",
    ),
    ("materials.yaml", "meeting_types: [school-tour]", "meeting_types: [tea]", "meeting_types", "There is no 'tea'."),
    ("checklists/start-conversation.yaml", "phase: before", "phase: never", "points.0.phase", "Input should be"),
    ("activity-mind-map.yaml", "  - key: why\n", "  - key: activity\n", "nodes.0", "R35 A mind map has one root"),
    ("activity-mind-map.yaml", "    feedback: true", "    feedback: false", "edges", "R35 These nodes wait"),
    ("activity-mind-map.yaml", "  - from: why\n", "  - from: who\n", "nodes.0", "R35 This node is linked to no other"),
]


@pytest.mark.parametrize(("file", "old", "new", "place", "message"), FLAWS)
def test_a_flaw_is_told_with_file_and_line(
    folder: Path, file: str, old: str, new: str, place: str, message: str
) -> None:
    path = folder / file
    keep_only(folder, path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    flaw = next(flaw for flaw in caught.value.flaws if message in flaw.message)
    assert (flaw.file, flaw.place) == (file, place)
    told = path.read_text(encoding="utf-8").splitlines()[flaw.line - 1]
    last = place.rpartition(".")[2]
    assert not place or last.isdigit() or old.endswith("\n") or re.match(rf"\s*(- )?{last}:", told), (flaw, told)
    assert str(flaw) == f"{file}:{flaw.line}: {place}: {flaw.message}"


STAR, NAMES = "pictograms/star.svg", "pictograms/names.yaml"
FLAWS_OF_PICTOGRAMS = [
    (NAMES, '  ar: "نجمة"\n', "", NAMES, "What this shows is not said in: ar."),
    (NAMES, "backpack:", "bagpipe:", NAMES, "There is no such drawing."),
    (NAMES, "backpack:", "bagpipe:", NAMES, "No question, no development domain and no plan uses this."),
    (NAMES, "\nstar:\n", "\nstars:\n", STAR, "This drawing has no words in names.yaml."),
    (STAR, 'stroke-width="4"', 'stroke-width="3"', STAR, "A drawing begins with <svg"),
    (STAR, "</svg>", "", STAR, "A drawing begins with <svg"),
]


@pytest.mark.parametrize(("file", "old", "new", "where", "message"), FLAWS_OF_PICTOGRAMS)
def test_pictograms_are_drawn_and_said_and_used(
    content: Content, tmp_path: Path, file: str, old: str, new: str, where: str, message: str
) -> None:
    shutil.copytree(CATALOGUE.parent / "pictograms", tmp_path / "pictograms")
    before = (tmp_path / file).read_text(encoding="utf-8")
    assert old in before
    (tmp_path / file).write_text(before.replace(old, new, 1), encoding="utf-8")
    flaw = next(flaw for flaw in flaws_of_pictograms(tmp_path, content) if message in flaw.message)
    told = (tmp_path / where).read_text(encoding="utf-8").splitlines()[flaw.line - 1]
    assert (flaw.file, told) == (where, f"{flaw.place}:" if flaw.place else told)


def test_the_line_is_the_line(folder: Path) -> None:
    path = folder / QUESTIONS
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(place for place, line in enumerate(lines, 1) if "Waar wil jij vandaag beginnen?" in line)
    path.write_text("\n".join([*lines[: number - 1], '    nl: "Wil jij?"', *lines[number:]]), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    assert [flaw.line for flaw in caught.value.flaws] == [number]


def test_all_flaws_are_told_at_once(folder: Path) -> None:
    for file, old, new in ((START, "minutes: 15", "minutes: x"), (QUESTIONS, "audience: student", "audience: dog")):
        path = folder / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    (folder / "sources.yaml").write_text("- tag: [", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    assert {flaw.file for flaw in caught.value.flaws} == {START, QUESTIONS, "sources.yaml"}
    assert len(str(caught.value).splitlines()) == len(caught.value.flaws) > 3


def test_an_empty_folder_is_no_content(tmp_path: Path) -> None:
    """Else a wrong path would empty the library."""
    with pytest.raises(ContentError, match="There is no content here"):
        load_content(tmp_path)


def test_a_file_holds_one_thing_or_a_list(tmp_path: Path) -> None:
    (tmp_path / "things").mkdir()
    (tmp_path / "things.yaml").write_text("- a: 1\n- a: 2\n")
    (tmp_path / "things" / "one.yaml").write_text("a: 3\n")
    (tmp_path / "things" / "none.yaml").write_text("")
    assert sorted(entry.data["a"] for entry in read_entries(tmp_path, "things")) == [1, 2, 3]
