"""Parent activities: asked first, made with parents, looked back on."""

from fastapi import APIRouter

from api.activities import evaluations, following_on, ideas, missed

router = APIRouter()
router.routes.extend(route for part in (ideas, evaluations, missed, following_on) for route in part.router.routes)
