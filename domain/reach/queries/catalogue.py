"""What the catalogue says of the steps: two statements, whatever the number of families."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from domain.catalogue.models import MeetingType, Tip
from domain.kernel.row import PLATFORM
from domain.kernel.session import SchoolSession
from domain.kernel.text import pick
from domain.reach.models.reads import FromCatalogue
from domain.reach.models.words import Step
from domain.reach.rules.cited import BY_TIP, ENTRIES, ONLY_WHERE_NAMED, SILENCE_IS_NO_REFUSAL, Entry


@dataclass(frozen=True)
class Cited:
    """By step what the catalogue says of it, and for which levels."""

    says: Mapping[Step, FromCatalogue]
    levels: Mapping[Step, list[str]]

    def known(self, level: str) -> frozenset[Step]:
        """The steps that can be tried for a student of this level."""
        return frozenset(step for step in Step if step not in ONLY_WHERE_NAMED or level in self.levels.get(step, ()))


async def cited(session: SchoolSession) -> Cited:
    """As the library has it now, in the reader's language."""
    keys = {entry.meeting_type for entry in ENTRIES.values()}
    forms = {form.key: form for form in await session.rows(_of_library(MeetingType, keys))}
    tips = await session.rows(_of_library(Tip, {SILENCE_IS_NO_REFUSAL}))
    found = {step: (forms[entry.meeting_type], entry) for step, entry in ENTRIES.items() if entry.meeting_type in forms}
    entries = {step: (form, _entry(form, entry)) for step, (form, entry) in found.items()}
    there = {step: (form, one) for step, (form, one) in entries.items() if one}
    says = {step: _says(form.key, one["note"], one["source"], session) for step, (form, one) in there.items()}
    by_tip = {step: _says(tip.meeting_type, tip.text, tip.source, session) for tip in tips for step in BY_TIP}
    return Cited(says | by_tip, {step: list(form.levels) for step, (form, _) in there.items()})


def _of_library(table: Any, keys: set[str]) -> Any:
    return select(table).where(col(table.school_id) == PLATFORM, col(table.key).in_(keys))


def _entry(form: MeetingType, entry: Entry) -> Any:
    return next((one for one in getattr(form, entry.part) if one[entry.named] == entry.word), None)


def _says(key: str, text: Any, source: list[str], session: SchoolSession) -> FromCatalogue:
    says = pick(text, session.language) if text else None
    return FromCatalogue(meeting_type=key, says=says, source=source)
