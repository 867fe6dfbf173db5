"""The press reaches its templates and nothing else; its words are complete; times are said as people say them."""

from datetime import date
from typing import get_args

import pytest
import typst
import yaml
from conftest import CATALOGUE

from api.printing.moments import day, span
from api.printing.press import Press
from api.printing.words import Words
from domain.activities.models.tour_words import StopDoing
from domain.catalogue.models import Channel, ParticipantRole
from domain.kernel.text import LANGUAGES, OWN_LANGUAGES
from domain.school.models import InterpreterMode

FOLDER = CATALOGUE.parent / "printing"
ONLY_FOR_THE_TEAM = {
    *("before", "during", "after", "essential", "example", "tip", "own_actions", "own_questions"),
    *(
        "letters",
        "timetable_of",
        "timetables",
        "time",
        "student",
        "who_comes",
        "topics",
        "break",
        "free",
        "taken",
        "keep_private",
    ),
    *("wait_here", "date", "from", "until", "what", "talk", "building", "room", "teacher", "family", "how"),
    *("checked_in", "is_so"),
}


@pytest.mark.parametrize("path", ["/etc/passwd", "/../press.py", "../press.py", "//etc/passwd"])
def test_a_template_reads_no_file_of_the_machine(path: str) -> None:
    press = Press()._idle.get()
    with pytest.raises(typst.TypstError):
        press.compile(f'#read("{path}")'.encode(), format="pdf")


def test_a_text_runs_the_way_its_first_letter_does() -> None:
    dutch, arabic = Words("nl"), Words("ar")
    assert dutch.written("3 keer lezen") == "3 keer lezen"
    assert dutch.written("«كيف؟» ok") == {"said": "«كيف؟» ok", "dir": "rtl"}
    assert arabic.written("lezen كيف") == {"said": "lezen كيف", "dir": "ltr"}
    assert arabic.written("12") == "12"
    assert arabic.picked({"nl": "Dag", "fr": "Bonjour"}) == {"said": "Dag", "lang": "nl"}


def test_every_word_is_there() -> None:
    words, kinds, invitations = (
        yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
        for name in ("words", "people-and-places", "invitations")
    )
    for name, said in words.items():
        assert set(said) == set(OWN_LANGUAGES if name in ONLY_FOR_THE_TEAM else LANGUAGES), name
    assert {group: set(those) for group, those in kinds.items()} == {
        "roles": set(ParticipantRole),
        "channels": set(Channel),
        "interpreter_modes": set(get_args(InterpreterMode)),
        "stop_doing": set(StopDoing),
    }
    assert set(invitations) == {path.stem for path in (CATALOGUE / "meeting-types").iterdir()}
    for said in [*invitations.values(), *(said for group in kinds.values() for said in group.values())]:
        assert set(said) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "dinsdag 1 september 2026, van 9.05 tot 10.30 uur"),
        ("fr", "mardi 1er septembre 2026, de 9 h 05 à 10 h 30"),
        ("en", "Tuesday 1 September 2026, from 9:05 to 10:30"),
        ("ar", "الثلاثاء 1 سبتمبر 2026، من الساعة 9:05 إلى الساعة 10:30"),
    ],
)
def test_a_time_is_said_at_the_schools_clock(language: str, said: str) -> None:
    assert span(Words(language), "2026-09-01T07:05:00+00:00", "2026-09-01T08:30:00Z", "Europe/Brussels") == said
    assert day(Words("fr"), date(2026, 2, 2)) == "2 février 2026"
