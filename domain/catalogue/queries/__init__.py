"""Reads of the catalogue: the library as it is, and, where a school may adapt it, as the school sees it."""

from domain.catalogue.queries.changes import LIBRARY_CHANGES
from domain.catalogue.queries.checklists import (
    CHECKLISTS,
    POINT_LISTING,
    POINT_PLACE,
    WITH_EXAMPLES,
    ChecklistQuery,
    PointQuery,
    Variant,
    phase_place,
    points_asked_for,
)
from domain.catalogue.queries.library import (
    DEVELOPMENT_DOMAINS,
    MATERIALS,
    MEETING_TYPES,
    SCALES,
    SOURCES,
    TIPS,
    MaterialQuery,
    MeetingTypeQuery,
    TipQuery,
    find_meeting_type,
    get_meeting_type,
    phase_keys,
)
from domain.catalogue.queries.mind_map import ACTIVITY_MIND_MAPS, NODE_POINTS
from domain.catalogue.queries.orders import POINT_ORDER, QUESTION_ORDER
from domain.catalogue.queries.question_sets import QUESTION_SETS, QuestionSetQuery
from domain.catalogue.queries.questions import QUESTION_LISTING, QuestionQuery, questions_asked_for, questions_named
from domain.catalogue.queries.view import STAMP, in_view

__all__ = [
    "ACTIVITY_MIND_MAPS",
    "CHECKLISTS",
    "DEVELOPMENT_DOMAINS",
    "LIBRARY_CHANGES",
    "MATERIALS",
    "MEETING_TYPES",
    "NODE_POINTS",
    "POINT_LISTING",
    "POINT_ORDER",
    "POINT_PLACE",
    "QUESTION_LISTING",
    "QUESTION_ORDER",
    "QUESTION_SETS",
    "SCALES",
    "SOURCES",
    "STAMP",
    "TIPS",
    "WITH_EXAMPLES",
    "ChecklistQuery",
    "MaterialQuery",
    "MeetingTypeQuery",
    "PointQuery",
    "QuestionQuery",
    "QuestionSetQuery",
    "TipQuery",
    "Variant",
    "find_meeting_type",
    "get_meeting_type",
    "in_view",
    "phase_keys",
    "phase_place",
    "points_asked_for",
    "questions_asked_for",
    "questions_named",
]
