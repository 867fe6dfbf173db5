"""Messages to families, what people do by voice and paper, and how a school sends. One flat router."""

from fastapi import APIRouter

from api.messaging import wordings

router = APIRouter()
router.routes.extend(route for part in (wordings,) for route in part.router.routes)
