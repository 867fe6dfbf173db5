"""Visits at home: asked, answered, planned, gone out on and noted; and rounds of them."""

from fastapi import APIRouter

from api.visits import answers, notes, out, planning, settings, visits

router = APIRouter()
router.routes.extend(
    route for part in (settings, out, visits, answers, planning, notes) for route in part.router.routes
)
