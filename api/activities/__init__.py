"""Activities, made with parents. One flat router, as nested ones cost twice the time."""

from types import ModuleType

from fastapi import APIRouter

from api.activities import sign_ups, walk_ins

PARTS: tuple[ModuleType, ...] = (sign_ups, walk_ins)

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
