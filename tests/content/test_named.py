"""What the page names that this catalogue starts from (source `S`) is here, with its source.

https://communicerenmetouders.brussels/ouderbetrokkenheid/activiteiten-en-gesprekken-met-ouders, read line by line; the
names below are ours. A thing on the page that is somebody's file, book or box is a material; what it tells is a tip, a
question or a fact of a form.
"""

from typing import Any

import pytest
from house import Client
from library import everything, parts_of

PAGE, TOUR_PAGE = "S", "22"

NAMED = [
    # The enrolment conversation
    ("a first meeting: cooperation starts here", "meeting-types", "enrolment-conversation", PAGE),
    ("ten tips", "materials", "enrolment-ten-tips", PAGE),
    ("a checklist to see whether you are ready", "materials", "enrolment-checklist", PAGE),
    # The tour
    ("a first picture, and a chance to get to know parents", "meeting-types", "school-tour", PAGE),
    ("three examples of Brussels schools", "materials", "school-tour-practice-examples", PAGE),
    ("- of them: dice", "tips", "school-tour.question-dice", TOUR_PAGE),
    ("- of them: a market", "tips", "school-tour.market-of-stands", TOUR_PAGE),
    ("- of them: others as guides", "tips", "school-tour.pupils-or-parents-guide", "71"),
    ("an info sheet", "materials", "school-tour-info-sheet", PAGE),
    ("other ways to get to know a school", "materials", "discover-the-school-tips", PAGE),
    ("- of them: a film", "tips", "school-tour.a-short-film", "69"),
    ("- of them: an open class", "tips", "school-tour.open-class-moment", PAGE),
    ("- of them: children show it", "tips", "school-tour.children-guide-their-parents", "70"),
    ("- of them: settling in", "tips", "school-tour.settling-in-moment", "23"),
    # The parent-teacher conference
    ("the conference", "meeting-types", "parent-teacher-conference", PAGE),
    ("Klasse", "materials", "conference-tips-klasse", PAGE),
    ("planning: when parents can", "tips", "parent-teacher-conference.plan-by-when-parents-can", PAGE),
    ("planning: after the busy weeks", "tips", "parent-teacher-conference.outside-the-busy-weeks", PAGE),
    ("planning: apart from the report", "tips", "parent-teacher-conference.loose-from-the-report", PAGE),
    ("secondary school: a bar", "tips", "parent-teacher-conference.parents-bar", PAGE),
    ("secondary school: a show", "tips", "parent-teacher-conference.students-show-moment", PAGE),
    ("secondary school: small talk builds trust", "tips", "parent-teacher-conference.chat-before-you-talk", PAGE),
    ("students: told what it is for", "tips", "parent-teacher-conference.tell-pupils-beforehand", PAGE),
    ("students: invited to tell", "tips", "parent-teacher-conference.let-the-pupil-tell", PAGE),
    ("students: what they work on", "questions", "parent-teacher-conference.working-on-now", PAGE),
    ("students: an example at Klasse", "materials", "pupil-at-conference-klasse", PAGE),
    ("students: Van eiland naar wij-land", "materials", "from-island-to-we-land", PAGE),
    ("a connecting conversation: checklist with examples", "materials", "conference-checklist-with-examples", PAGE),
    ("- blank, on screen", "materials", "conference-checklist-blank-digital", PAGE),
    ("- blank, on paper", "materials", "conference-checklist-blank-print", PAGE),
    ("a hard subject", "meeting-types", "constructive-conversation", PAGE),
    ("- a sheet for it", "materials", "constructive-conversation-fiche", PAGE),
    # The reverse conversation
    ("parents tell", "meeting-types", "reverse-conversation", PAGE),
    ("by phone", "tips", "reverse-conversation.by-phone", PAGE),
    ("by WhatsApp", "tips", "reverse-conversation.by-whatsapp-call", PAGE),
    ("with the student", "tips", "reverse-conversation.with-the-student", PAGE),
    ("question 1: strengths at school", "questions", "reverse-conversation.where-your-child-shines", PAGE),
    ("question 2: what the class can do", "questions", "reverse-conversation.feel-at-home-here", PAGE),
    ("question 2: and at home", "questions", "reverse-conversation.what-works-at-home", PAGE),
    ("question 3: what to watch", "questions", "reverse-conversation.what-to-watch-this-year", PAGE),
    ("a sheet for it", "materials", "reverse-conversation-fiche", PAGE),
    ("De gouden weken 2.0", "materials", "golden-weeks-book", PAGE),
    ("the lending library", "materials", "ocb-education-library", PAGE),
    # The talking tree (Babbelboom)
    ("how a child is doing, at home and in nursery school", "meeting-types", "talking-tree", PAGE),
    ("the board", "materials", "talking-tree-board", PAGE),
    ("the cards", "materials", "talking-tree-cards", PAGE),
    ("the box with its pawns, to borrow", "materials", "talking-tree-box", PAGE),
    ("the manual", "materials", "talking-tree-manual", PAGE),
    ("download or borrow", "tips", "talking-tree.download-or-borrow", PAGE),
    ("parents pick a card", "tips", "talking-tree.parent-chooses-first", PAGE),
    ("parents who speak another language", "tips", "talking-tree.families-who-speak-another-language", PAGE),
    ("the ladder of well-being", "scales", "well-being", PAGE),
    ("the ladder of involvement", "scales", "involvement", PAGE),
    ("during a conference", "tips", "talking-tree.at-the-parent-teacher-meeting", PAGE),
    ("during an enrolment", "tips", "talking-tree.at-enrolment", PAGE),
    ("about attendance", "tips", "talking-tree.in-a-talk-about-attendance", PAGE),
    ("about care", "tips", "talking-tree.in-a-talk-about-care", PAGE),
    ("settling in", "tips", "talking-tree.at-a-settling-in-moment", PAGE),
    # The start conversation
    ("three who say where they want to go", "meeting-types", "start-conversation", PAGE),
    ("not a reverse conversation", "tips", "start-conversation.not-a-reverse-conversation", PAGE),
    ("its course is decided together", "tips", "start-conversation.choose-the-topics-together", PAGE),
    ("the student is always there", "tips", "start-conversation.student-is-always-there", PAGE),
    ("who needs what from whom", "questions", "start-conversation.who-may-help", PAGE),
    ("qualities", "questions", "start-conversation.good-at", PAGE),
    ("a communication plan", "tips", "start-conversation.towards-a-communication-plan", PAGE),
    ("Handboek ouderbetrokkenheid 3.0", "materials", "parent-involvement-handbook", PAGE),
    ("conversation cards", "materials", "start-conversation-cards", PAGE),
    # The parent activity
    ("an activity with parents", "meeting-types", "parent-activity", PAGE),
    ("ideas: play, craft or read in class", "tips", "parent-activity.open-class-play-craft-read", PAGE),
    ("ideas: a café", "tips", "parent-activity.parents-cafe", PAGE),
    ("ideas: learning to learn", "tips", "parent-activity.session-on-learning-to-learn", PAGE),
    ("ideas: what to study", "tips", "parent-activity.session-on-choice-of-studies", PAGE),
    ("ask parents first", "tips", "parent-activity.ask-parents-beforehand", PAGE),
    ("begin or adjust", "tips", "parent-activity.new-idea-or-adjusting", PAGE),
    ("a checklist with examples and tips", "materials", "parent-activity-checklist", PAGE),
    ("a mind map", "materials", "parent-activity-mind-map", PAGE),
    # The home visit
    ("the world a student lives in", "meeting-types", "home-visit", PAGE),
    ("open and positive", "tips", "home-visit.open-and-positive", PAGE),
    ("a sheet: when, and why it pays", "materials", "home-visit-fiche", PAGE),
    ("- when", "tips", "home-visit.when-to-go", PAGE),
    ("- why", "tips", "home-visit.why-the-effort-pays", PAGE),
]
"""What it names, where it is found, under which key, and the source that stands beside it."""

Found = dict[str, dict[str, dict[str, Any]]]


@pytest.fixture(scope="module")
def found(library: dict[str, list[dict[str, Any]]]) -> Found:
    """Every row of the lists, by key."""
    return {path: {row["key"]: row for row in rows if "key" in row} for path, rows in library.items()}


def test_everything_named_is_found_with_its_source(found: Found) -> None:
    lost = [(name, key) for name, path, key, tag in NAMED if tag not in found[path].get(key, {}).get("source", ())]
    assert lost == []


def test_ten_tips_and_our_own_checklist_for_the_enrolment(reader: Client, found: Found) -> None:
    tips = everything(reader, "tips", meeting_type="enrolment-conversation", kind="tip")
    assert len(tips) >= 10
    assert found["checklists"]["enrolment-conversation"]["points"]


def test_three_examples_of_a_tour(reader: Client) -> None:
    examples = everything(reader, "tips", meeting_type="school-tour", kind="practice_example")
    assert len(examples) >= 3


def test_there_is_a_mind_map_beside_the_checklist_of_an_activity(found: Found) -> None:
    read = found["activity-mind-map"]["parent-activity"]
    assert PAGE in {tag for part in parts_of(read) for tag in part.get("source", ())}
    assert PAGE in {tag for point in found["checklists"]["parent-activity"]["points"] for tag in point["source"]}


def test_a_reverse_conversation_is_short_early_and_by_phone_or_whatsapp_too(found: Found) -> None:
    form = found["meeting-types"]["reverse-conversation"]
    duration, season = form["duration"], form["season"]
    assert (duration["min_minutes"], duration["max_minutes"], season["first_week"]) == (5, 10, 1)
    channels = {one["channel"]: one["source"] for one in form["channels"]}
    assert {"in_person", "phone", "whatsapp"} <= channels.keys()
    assert PAGE in duration["source"]
    assert PAGE in channels["phone"]
    assert PAGE in channels["whatsapp"]
    assert form["agenda_set_by"] == "family"


def test_a_talking_tree_is_for_nursery_school_and_has_its_five_moments(found: Found) -> None:
    form = found["meeting-types"]["talking-tree"]
    assert form["levels"] == ["nursery"]
    assert set(form["host_moments"]) == {"conference", "enrolment", "attendance", "care", "settling-in"}
    assert form["agenda_set_by"] == "guardian_with_cards"
    assert len(found["development-domains"]) >= 4
    assert all(len(scale["levels"]) == 5 for scale in found["scales"].values())


def test_at_a_start_conversation_three_are_always_there_and_it_comes_early(found: Found) -> None:
    form = found["meeting-types"]["start-conversation"]
    required = {one["role"] for one in form["participants"] if one["presence"] == "required"}
    assert required == {"student", "guardian", "teacher"}
    assert form["agenda_set_by"] == "together_in_conversation"
    assert (form["season"]["first_week"], set(form["levels"])) == (1, {"nursery", "primary", "secondary"})


def test_what_the_library_lends_can_be_borrowed(found: Found) -> None:
    """Two books, the cards and the box; of the others we do not know."""
    lent = {key for key, row in found["materials"].items() if row["can_be_borrowed"]}
    assert lent == {
        "golden-weeks-book",
        "parent-involvement-handbook",
        "start-conversation-cards",
        "talking-tree-box",
    }
    books = {row["title"]: row["authors"] for row in found["materials"].values() if row["authors"]}
    assert books["De gouden weken 2.0"] == ["Boaz Bijleveld"]
    assert books["Handboek ouderbetrokkenheid 3.0"] == ["Peter de Vries"]


def test_files_of_the_page_point_to_the_page(found: Found) -> None:
    """R40: a pointer with its title and who has it. A book has no link that we know of."""
    files = [
        row for row in found["materials"].values() if row["source"] == [PAGE] and row["kind"] in {"fiche", "checklist"}
    ]
    assert len(files) >= 10
    assert all(row["title"] and row["holder"] and row["url"].startswith("https://") for row in files)
