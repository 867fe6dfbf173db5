"""Activities, made with parents. One flat router, as nested ones cost twice the time."""

from types import ModuleType

from fastapi import APIRouter

from api.activities import tour_papers, tour_parts, tour_questions, tours

PARTS: tuple[ModuleType, ...] = (tour_parts, tour_questions, tours, tour_papers)

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
