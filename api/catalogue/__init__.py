"""The catalogue: the shared library, and what a school makes of it. One flat router, as nested ones cost time."""

from fastapi import APIRouter

from api.catalogue import adapting, library, question_sets, sharing

router = APIRouter()
router.routes.extend(route for part in (library, adapting, question_sets, sharing) for route in part.router.routes)
