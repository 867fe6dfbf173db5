"""What the school may write down: R24, R26, R27, R28 and R30."""

from collections.abc import Iterable

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conversations.facts import Form, NoteFacts
from domain.conversations.rules.sieve import DWELLING, SPECIAL_CATEGORIES, mentions
from domain.conversations.rules.wording import is_said, unless
from domain.kernel.rule import Finding, Rule

NOTE_LONGEST = 2000
KEYWORD_LONGEST = 60

NOTE_TOO_LONG = Rule(
    "note_too_long",
    "Hou een notitie kort: hoogstens {most} tekens.",
    "Une note reste courte : {most} caractères au plus.",
    "Keep a note short: at most {most} characters.",
    number="R26",
    source=("34", "38", "J"),
)
KEYWORD_TOO_LONG = Rule(
    "keyword_too_long",
    "Een trefwoord telt hoogstens {most} tekens.",
    "Un mot-clé compte {most} caractères au plus.",
    "A keyword has at most {most} characters.",
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
GUIDANCE_CENTRE_APART = Rule(
    "guidance_centre_note",
    "Notities van of voor het CLB staan niet bij die van de school. Het CLB heeft een eigen dossier.",
    "Les notes du CLB ou pour le CLB ne se gardent pas avec celles de l'école. Le CLB a son propre dossier.",
    "Notes by or for the pupil guidance centre are not kept with the school's. The centre has a file of its own.",
    number="R24",
    source=("36", "37"),
)
SPECIAL_CATEGORY = Rule(
    "special_category",
    "Gezondheid, geloof, afkomst en andere gevoelige gegevens horen niet in een trefwoord.",
    "La santé, la religion, l'origine et d'autres données sensibles n'ont pas leur place dans un mot-clé.",
    "Health, belief, origin and other sensitive data do not belong in a keyword.",
    number="R27",
    source=("39",),
)
HOW_PEOPLE_LIVE = Rule(
    "dwelling_or_lifestyle",
    "Van een huisbezoek noteer je niets over de woning of over hoe mensen leven.",
    "D'une visite à domicile, on ne note rien sur le logement ni sur la manière de vivre.",
    "Of a home visit you note nothing about the home or how people live.",
    number="R30",
    source=("J",),
)
WHATSAPP_LEAVES_NOTHING = Rule(
    "whatsapp_leaves_no_note",
    "Van een gesprek via WhatsApp bewaart de school geen notitie.",
    "L'école ne garde pas de note d'un entretien par WhatsApp.",
    "The school keeps no note of a conversation on WhatsApp.",
    number="R28",
    source=("S", "43", "J"),
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


def check_guidance_centre(note: NoteFacts) -> list[Finding]:
    """The guidance centre's secrecy is its own: being at a talk is no consent to share (R24)."""
    by_the_centre = note.written_by is ParticipantRole.PUPIL_GUIDANCE_CENTRE
    return unless(not by_the_centre and not note.for_guidance_centre, GUIDANCE_CENTRE_APART.broken())


def check_whatsapp_note(note: NoteFacts) -> list[Finding]:
    """WhatsApp is a channel and nothing more (R28); what was agreed is kept as an agreement."""
    return unless(note.channel is not Channel.WHATSAPP, WHATSAPP_LEAVES_NOTHING.broken())


def check_keywords(note: NoteFacts) -> list[Finding]:
    """Keywords are short and name no special category (R26, R27); after a home visit, nothing of the home (R30)."""
    at_home = note.channel is Channel.HOME_VISIT or note.type_key == Form.HOME_VISIT
    long = [number for number, word in enumerate(note.keywords) if len(word) > KEYWORD_LONGEST]
    return [
        *(KEYWORD_TOO_LONG.broken(f"/keywords/{number}", most=KEYWORD_LONGEST) for number in long),
        *check_words(_numbered(note.keywords, "/keywords"), at_home=at_home),
    ]


def check_words(said: list[tuple[str, str]], *, at_home: bool) -> list[Finding]:
    """No key words, each with its pointer, name a special category (R27), nor how people live at home (R30)."""
    return _naming(SPECIAL_CATEGORIES, said, SPECIAL_CATEGORY) + (
        _naming(DWELLING, said, HOW_PEOPLE_LIVE) if at_home else []
    )


def check_labels(labels: Iterable[str], pointer: str) -> list[Finding]:
    """No label in a list of labels, wherever it stands, names a special category (R27)."""
    return _naming(SPECIAL_CATEGORIES, _numbered(labels, pointer), SPECIAL_CATEGORY)


def _numbered(labels: Iterable[str], pointer: str) -> list[tuple[str, str]]:
    return [(f"{pointer}/{number}", label) for number, label in enumerate(labels)]


def _naming(names: frozenset[str], said: list[tuple[str, str]], rule: Rule) -> list[Finding]:
    return [rule.broken(pointer) for pointer, label in said if mentions(label, names)]
