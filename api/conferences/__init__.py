"""Rounds of parent-teacher conferences. One flat router, as nested ones cost twice the time."""

from types import ModuleType

from fastapi import APIRouter

from api.conferences import families, life, parts, planner, planning, requests, rounds, schedules

PARTS: tuple[ModuleType, ...] = (rounds, life, parts, families, requests, planning, schedules, planner)

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
