"""How the school keeps a note (R26)."""

from domain.conversations.note_facts import NoteFacts
from domain.conversations.rules.wording import is_said, unless
from domain.kernel.rule import Finding, Rule

NOTE_LONGEST = 2000

NOTE_TOO_LONG = Rule(
    "note_too_long",
    "Hou een notitie kort: hoogstens {most} tekens.",
    "Une note reste courte : {most} caractères au plus.",
    "Keep a note short: at most {most} characters.",
    number="R26",
    source=("34", "38", "J"),
)
PURPOSE_MISSING = Rule(
    "note_purpose_missing",
    "Schrijf op waarvoor je deze notitie bewaart.",
    "Écrivez pourquoi vous gardez cette note.",
    "Write down what this note is kept for.",
    number="R26",
    source=("34", "38", "J"),
)
END_MISSING = Rule(
    "note_end_missing",
    "Kies een dag, na vandaag, waarop deze notitie verdwijnt.",
    "Choisissez un jour, après aujourd'hui, où cette note disparaît.",
    "Choose a day, after today, on which this note disappears.",
    number="R26",
    source=("34", "38", "J"),
)
READERS_MISSING = Rule(
    "note_readers_missing",
    "Zeg wie deze notitie mag lezen.",
    "Dites qui peut lire cette note.",
    "Say who may read this note.",
    number="R26",
    source=("34", "38", "J"),
)


def check_keeping(note: NoteFacts) -> list[Finding]:
    """A note is short, has a purpose, readers and an end (R26)."""
    ends = note.ends_on is not None and note.ends_on > note.written_on
    return [
        *unless(len(note.text) <= NOTE_LONGEST, NOTE_TOO_LONG.broken("/text", most=NOTE_LONGEST)),
        *unless(is_said(note.purpose), PURPOSE_MISSING.broken("/purpose")),
        *unless(ends, END_MISSING.broken("/ends_on")),
        *unless(is_said(note.visibility), READERS_MISSING.broken("/visibility")),
    ]
