"""Visits at home: asked, answered, planned, gone out on and noted; and rounds of them."""

from fastapi import APIRouter

from api.visits import answers, notes, out, planning, rounds, settings, visits

router = APIRouter()
router.routes.extend(
    route for part in (settings, rounds, out, visits, answers, planning, notes) for route in part.router.routes
)
