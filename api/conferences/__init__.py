"""Rounds of parent-teacher conferences. One flat router, as nested ones cost twice the time."""

from types import ModuleType

from fastapi import APIRouter

from api.conferences import families, life, parts, planner, requests, rounds, schedules, timetables

PARTS: tuple[ModuleType, ...] = (rounds, life, parts, families, requests, schedules, planner, *timetables.PARTS)

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
