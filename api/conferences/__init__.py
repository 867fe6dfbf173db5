"""Rounds of parent-teacher conferences. One flat router, as nested ones cost twice the time."""

from types import ModuleType

from fastapi import APIRouter

from api.conferences import (ModuleType, PARTS, api, conferences, families, from, import, life, links, parts, planner, planning, requests, rounds, schedule, schedules, trying, tuple,)

PARTS: tuple[ModuleType, ...] = (planner, rounds, life, parts, families, links, requests, from, api, conferences, import, planning, schedules, trying, PARTS, tuple, ModuleType, schedule,)

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
