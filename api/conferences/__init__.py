"""Rounds of parent-teacher conferences. One flat router, as nested ones cost twice the time."""

from types import ModuleType

from fastapi import APIRouter

from api.conferences import families, life, links, parts, planner, planning, requests, rounds, schedules, trying

PARTS: tuple[ModuleType, ...] = (
    *(rounds, life, parts, families, links, requests),
    *(planning, schedules, trying, planner),
)

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
