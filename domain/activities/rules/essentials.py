"""What an activity needs before families are invited (R34)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from domain.activities.models.words import ActivityForm
from domain.activities.rules.essential_words import (
    DATE_MISSING,
    FOR_WHOM_MISSING,
    FORM_MISSING,
    GOAL_MISSING,
    LANGUAGES_MISSING,
    ONLY_A_LECTURE,
    PARENTS_NOT_ASKED,
    PLACE_MISSING,
)
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding


class Prepared(Protocol):
    """What the rule looks at of an activity: the row and the document both have it."""

    goal: Any
    for_whom: Any
    forms: list[ActivityForm]
    languages: list[str]


class Placed(Protocol):
    """What the rule looks at of a moment."""

    starts_at: datetime
    room_id: UUID | None
    place: str | None


def missing_essentials(activity: Prepared, moments: Sequence[Placed], asked: int) -> list[Finding]:
    """What is not there yet, each with the field; `asked` is how many parents were asked. Moments in their order."""
    return [
        *unless(activity.goal is not None, GOAL_MISSING.broken("/goal")),
        *unless(activity.for_whom is not None, FOR_WHOM_MISSING.broken("/for_whom")),
        *unless(asked >= 1, PARENTS_NOT_ASKED.broken("/parents_asked")),
        *_form(activity.forms),
        *unless(len(moments) > 0, DATE_MISSING.broken("/moments")),
        *_places(moments),
        *unless(len(activity.languages) > 0, LANGUAGES_MISSING.broken("/languages")),
    ]


def _form(forms: Sequence[str]) -> list[Finding]:
    """A lecture may be part of it, and is never all of it."""
    if not forms:
        return [FORM_MISSING.broken("/forms")]
    return unless(set(forms) != {ActivityForm.LECTURE}, ONLY_A_LECTURE.broken("/forms"))


def _places(moments: Sequence[Placed]) -> list[Finding]:
    if not moments:
        return [PLACE_MISSING.broken("/moments")]
    return [
        PLACE_MISSING.broken(f"/moments/{number}/place")
        for number, one in enumerate(moments)
        if one.room_id is None and one.place is None
    ]
