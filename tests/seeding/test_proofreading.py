"""Proofreading: break a small content, and see the flaw with its file and line."""

import shutil
from pathlib import Path

import pytest

from domain.seeding.entries import read_entries
from domain.seeding.proofreading.languages import lonely_languages
from domain.seeding.proofreading.lengths import LONGEST
from domain.seeding.proofreading.report import proofread
from domain.seeding.proofreading.sheets import Sheet
from domain.seeding.shelves import read_content
from domain.seeding.walk import field_of

CONTENT = Path("seed_content")
TIPS, CHECKLISTS, QUESTIONS = (f"catalogue/{shelf}/one.yaml" for shelf in ("tips", "checklists", "questions"))
NAMES, PRINTING = "pictograms/names.yaml", "printing/words.yaml"
SOURCES, DEMO = "catalogue/sources.yaml", "demo/school.yaml"
COPIED = (SOURCES, DEMO, "catalogue/meeting-types/start-conversation.yaml", "pictograms/speech-bubble.svg")
OWN = {
    TIPS: """
- key: start-conversation.one
  meeting_type: start-conversation
  levels: [primary]
  kind: tip
  title:
    nl: "Begin klein"
    fr: "Commencez petit"
    en: "Start small"
  text:
    nl: "Zeg dag. Ga zitten. Vraag hoe het gaat."
    fr: "Dites bonjour. Asseyez-vous."
    en: "Say hello. Sit down."
  source: ["J"]
""",
    CHECKLISTS: """
key: start-conversation
meeting_type: start-conversation
title: {nl: "Lijst", fr: "Liste", en: "List"}
intro: {nl: "Lees dit.", fr: "Lisez ceci.", en: "Read this."}
points:
  - key: one
    phase: before
    text: {nl: "Zet koffie.", fr: "Faites du café.", en: "Make coffee."}
    source: ["J"]
""",
    QUESTIONS: """
- key: start-conversation.one
  meeting_type: start-conversation
  audience: student
  phase: opening
  levels: [primary]
  text: {nl: "Wat helpt?", fr: "Qu'est-ce qui aide ?", en: "What helps?"}
  plain: {nl: "Wat helpt?", fr: "Qu'est-ce qui aide ?", en: "What helps?"}
  use: {nl: "Luister.", fr: "Écoutez.", en: "Listen."}
  source: ["J"]
""",
    PRINTING: """
about: {nl: "Over {student}", fr: "Sur {student}", en: "About {student}", ar: "عن {student}"}
""",
    NAMES: """
speech-bubble:
  nl: "een tekstballon"
  fr: "une bulle"
  en: "a speech bubble"
  ar: "فقاعة كلام"
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file in (*COPIED, *OWN):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    for file in COPIED:
        shutil.copy(CONTENT / file, tmp_path / file)
    for file, text in OWN.items():
        (tmp_path / file).write_text(text, "utf-8")
    return tmp_path


def edit(path: Path, old: str, new: str) -> int:
    """Gives the line of the edit."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def flaws(folder: Path, page: str | None = None) -> list[str]:
    return [str(flaw) for flaw in proofread(folder, page).flaws]


def test_what_is_whole_has_no_flaw(folder: Path) -> None:
    report = proofread(folder)
    assert (report.flaws, report.hints) == ([], [])
    assert [stock.form for stock in report.stock] == ["start-conversation"]


URL = "https://klasse.be/712943"
MISSING = "R36 This text is missing in: fr."
MALFORMED = "This is no well-formed link."
FLAWS = [
    (
        TIPS,
        '"Commencez petit"',
        '"Commencez {how}"',
        0,
        "title.fr",
        "The placeholders differ from the Dutch ones: none.",
    ),
    (TIPS, '"Begin klein"', '"Begin {how}"', 1, "title.fr", "The placeholders differ from the Dutch ones: {how}."),
    (TIPS, '"Start small"', f'"{"x" * 121}"', 0, "title.en", "This has 121 characters; there is room for 120."),
    (TIPS, '"Say hello. Sit down."', f'"{"x" * 701}"', 0, "text.en", "This has 701 characters; there is room for 700."),
    (
        CHECKLISTS,
        '"Make coffee."',
        f'"{"x" * 201}"',
        0,
        "points.0.text.en",
        "This has 201 characters; there is room for 200.",
    ),
    (TIPS, '    fr: "Commencez petit"\n', "", -2, "title", MISSING),
    (TIPS, 'fr: "Commencez petit"', "fr:", -2, "title", MISSING),
    (TIPS, 'source: ["J"]', "source: []", 0, "source", "List should have at least 1 item after validation, not 0"),
    (TIPS, "kind: tip", "kind: [", 2, "", "did not find expected ',' or ']'"),
    (SOURCES, URL, "http://klasse.be/712943", 0, "url", "This link is not encrypted: make it https."),
    (SOURCES, URL, "https://klasse/712943", 0, "url", MALFORMED),
    (SOURCES, URL, "https://klasse.be/712943.", 0, "url", MALFORMED),
    (SOURCES, URL, "https://klasse.be/é", 0, "url", MALFORMED),
    (SOURCES, URL, "https://klasse.be/%C3%", 0, "url", MALFORMED),
    (SOURCES, URL, "https://[klasse.be/712943", 0, "url", MALFORMED),
    (DEMO, '      fr: "Congé local"\n', "", -2, "calendar_periods.0.name", MISSING),
    (DEMO, "time_zone: Europe/Brussels", "time_zone: Mars", 0, "school.time_zone", "This is no IANA time zone."),
    (
        QUESTIONS,
        '{nl: "Wat helpt?"',
        '{nl: "Lukt het?"',
        0,
        "text.nl",
        "R37 This question can be answered with yes or no. Start with what, how, where, when, who or which.",
    ),
    (PRINTING, "عن {student}", "عن", 0, "about.ar", "The placeholders differ from the Dutch ones: {student}."),
    (PRINTING, 'fr: "Sur {student}", ', "", 0, "about", MISSING),
    (PRINTING, "about:", "about: [", 1, "", "did not find expected ',' or ']'"),
    (NAMES, "  nl:", "  de:", -1, "speech-bubble", "What this shows is not said in: nl."),
    (NAMES, "  ar:", "  de:", 0, "speech-bubble.de", "This language is not one of ours."),
    (NAMES, '  fr: "une bulle"\n', "", -2, "speech-bubble", "What this shows is not said in: fr."),
    (NAMES, "speech-bubble", "rainbow", 0, "rainbow", "There is no such drawing."),
]


@pytest.mark.parametrize(("file", "old", "new", "below", "place", "said"), FLAWS)
def test_a_flaw_is_told_with_file_and_line(
    folder: Path, file: str, old: str, new: str, below: int, place: str, said: str
) -> None:
    """What is missing has no line of its own: its flaw stands above the edit."""
    line = edit(folder / file, old, new) + below
    assert f"{folder}/{file}:{line}: {place}: {said}" in flaws(folder)


def test_all_flaws_are_told_at_once_in_the_order_of_the_files(folder: Path) -> None:
    edit(folder / NAMES, "  ar:", "  de:")
    edit(folder / SOURCES, URL, "http://klasse.be/712943")
    edit(folder / TIPS, "Start small", "x" * 121)
    edit(folder / TIPS, "kind: tip", "kind: trick")
    assert [flaw.rpartition(folder.name)[2].split(":")[0] for flaw in flaws(folder)] == [
        f"/{file}" for file in (SOURCES, TIPS, NAMES)
    ]


def test_a_wrong_folder_is_told(tmp_path: Path) -> None:
    assert f"{tmp_path}/catalogue:0: meeting-types: There is no content here." in flaws(tmp_path)


PAGE = "Hier staat: zeg dag, ga zitten... Vraag HOE het gaat met ons kind."


def test_words_of_a_page_are_found_in_any_string(folder: Path) -> None:
    found = f"{folder}/{TIPS}:11: text.nl: These words stand on the page: zeg dag ga zitten vraag hoe het gaat"
    assert flaws(folder, PAGE) == [found]
    edit(folder / SOURCES, "4 vuistregels", "Hier staat zeg dag ga zitten vraag hoe, 4 vuistregels")
    assert len(flaws(folder, PAGE)) == 2
    assert flaws(folder) == []


def test_hard_texts_are_named_and_too_many_of_them_are_a_flaw(folder: Path) -> None:
    hardest = proofread(folder).hardest
    assert len(hardest) == 10
    assert [one.score for one in hardest] == sorted(one.score for one in hardest)
    line = edit(folder / TIPS, "Zeg dag. Ga zitten. Vraag hoe het gaat.", "Gespreksvoorbereidingen vereenvoudigen.")
    report = proofread(folder)
    first = report.hardest[0]
    assert (first.file, first.line, first.place) == (f"{folder}/{TIPS}", line, "text.nl")
    score = f"{first.score:.0f}"
    said = f"Half of these texts read no better than {score} (Flesch-Douma): 60 is easy enough."
    assert list(map(str, report.flaws)) == [f"{folder}/catalogue/tips:0: readability: {said}"]


def test_a_language_for_half_of_an_object_is_a_hint(tmp_path: Path) -> None:
    """The shelves know three languages; the hint is there before the fourth."""
    (tmp_path / "tips.yaml").write_text('- title: {nl: "Dag", ar: "مرحبا"}\n  text: {nl: "Dag"}\n  use: {nl: "Dag"}\n')
    [entry] = read_entries(tmp_path, "tips")
    [hint] = lonely_languages(Sheet("tips", entry))
    assert (hint.line, hint.place) == (2, "text")
    assert "there in ar" in hint.message


def test_every_field_of_the_library_has_its_length() -> None:
    """A question is measured by R37."""
    content, _ = read_content(CONTENT / "catalogue")
    known = {(shelf, field) for shelf, fields in LONGEST.items() for field in fields}
    said = {
        (shelf, field_of(text.place))
        for shelf, pieces in content.items()
        for piece in pieces
        for text in piece.entry.texts
    }
    assert said - known == {("questions", "text"), ("questions", "plain")}
