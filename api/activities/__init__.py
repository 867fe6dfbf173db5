"""Parent activities: from the idea to looking back, what is missing, who helps, who comes. One flat router, as nested
ones cost twice the time."""

from types import ModuleType

from fastapi import APIRouter

from api.activities import (
    activities,
    checklist,
    evaluations,
    following_on,
    helping,
    ideas,
    life,
    mind_map,
    missed,
    moments,
    sign_ups,
    tour_papers,
    tour_parts,
    tour_questions,
    tours,
    walk_ins,
)

PARTS: tuple[ModuleType, ...] = (
    *(activities, moments, helping, life, checklist, mind_map),
    *(sign_ups, walk_ins, ideas, evaluations, missed, following_on),
    *(tour_parts, tour_questions, tours, tour_papers),
)

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
