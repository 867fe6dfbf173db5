"""Messages to families: sending, links to them, and paper. One flat router, as nested ones cost twice the time."""

from fastapi import APIRouter

from api.messaging import links, paper

PARTS = (paper, links)

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
