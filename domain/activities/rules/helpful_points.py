"""Which points of the catalogue's checklists help with what an activity still lacks."""

from collections.abc import Iterable
from itertools import chain

from domain.activities.models.words import ActivityKind
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

ACTIVITY_FORM, TOUR_FORM = "parent-activity", "school-tour"
"""Keys of meeting types, which those of their checklists' points begin with."""

_HELP: dict[str, dict[str, tuple[str, ...]]] = {
    ACTIVITY_FORM: {
        GOAL_MISSING.code: ("why-in-one-sentence",),
        FOR_WHOM_MISSING.code: ("who-is-it-for",),
        PARENTS_NOT_ASKED.code: ("ask-three-parents", "topic-from-parents"),
        FORM_MISSING.code: ("form-with-something-to-do", "flow-more-doing-than-talking"),
        ONLY_A_LECTURE.code: ("form-with-something-to-do", "flow-more-doing-than-talking"),
        DATE_MISSING.code: ("when-two-moments",),
        PLACE_MISSING.code: ("where-everyone-gets-in",),
        LANGUAGES_MISSING.code: ("language-for-everyone",),
    },
    TOUR_FORM: {
        GOAL_MISSING.code: ("know-your-goal",),
        FOR_WHOM_MISSING.code: ("know-your-goal",),
        PARENTS_NOT_ASKED.code: ("families-ask-first", "thank-and-look-back"),
        FORM_MISSING.code: ("plan-a-route-with-stops", "let-people-do"),
        ONLY_A_LECTURE.code: ("stands-instead-of-a-speech", "let-people-do"),
        DATE_MISSING.code: ("offer-two-moments",),
        PLACE_MISSING.code: ("plan-a-route-with-stops", "easy-access"),
        LANGUAGES_MISSING.code: ("invite-in-words-and-pictures",),
    },
}


def form_of(kind: ActivityKind) -> str:
    """The meeting type whose checklist an activity of this kind uses."""
    return TOUR_FORM if kind == ActivityKind.TOUR else ACTIVITY_FORM


def keys_that_help(kind: ActivityKind, code: str) -> list[str]:
    """Keys of the points that help with this finding, the first one first."""
    form = form_of(kind)
    return [f"{form}.{key}" for key in _HELP[form][code]]


def all_that_help() -> Iterable[str]:
    """Keys of every point that helps with something."""
    for form, helps in _HELP.items():
        yield from (f"{form}.{key}" for key in dict.fromkeys(chain(*helps.values())))
