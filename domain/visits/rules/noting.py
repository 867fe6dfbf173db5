"""What a note of a visit is warned about (R27, R30)."""

from dataclasses import replace

from domain.conversations.rules.keywords import HOW_PEOPLE_LIVE, check_words
from domain.conversations.rules.sieve import mentions
from domain.kernel.rule import Finding
from domain.visits.models.notes import HomeVisitNoteFields

_JUDGING = (
    "rommel rommelig vuil vies vervuild verwaarloosd krap armoede armoedig slordig",
    "desordre insalubre exigu pauvrete misere neglige",
    "mess messy dirty filthy cramped poverty shabby neglected",
)
JUDGING = frozenset(name for line in _JUDGING for name in line.split())
"""Words that say how people live, without accents; beside the plain names that key words are held against."""


def check_note(note: HomeVisitNoteFields) -> list[Finding]:
    """Sentences are the author's own judgement, so words on how people live warn and do not refuse."""
    said = [(f"/present/{number}", line) for number, line in enumerate(note.present)]
    said += [(f"/agreements/{number}", line) for number, line in enumerate(note.agreements)]
    judged = [HOW_PEOPLE_LIVE.broken(pointer) for pointer, line in said if mentions(line, JUDGING)]
    found = {(one.rule.code, one.pointer): one for one in [*check_words(said, at_home=True), *judged]}
    return [replace(one, rule=replace(one.rule, severity="warning")) for one in found.values()]
