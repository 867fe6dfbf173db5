"""Parent activities: from the idea to the day itself, what is still missing, who helps, and what is done."""

from fastapi import APIRouter

from api.activities import activities, checklist, helping, life, mind_map, moments

router = APIRouter()
router.routes.extend(
    route for part in (activities, moments, helping, life, checklist, mind_map) for route in part.router.routes
)
