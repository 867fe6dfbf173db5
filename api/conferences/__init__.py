"""Rounds of parent-teacher conferences. One flat router, as nested ones cost twice the time."""

from types import ModuleType

from fastapi import APIRouter

from api.conferences import (
    bookings,
    evening,
    families,
    holds,
    life,
    links,
    parts,
    planner,
    planning,
    requests,
    rounds,
    schedules,
    slots,
    swaps,
    timetables,
    trying,
    waits,
)

PARTS: tuple[ModuleType, ...] = (
    *(rounds, life, parts, families, links, requests),
    *(planning, schedules, trying),
    *(slots, holds, bookings, waits, swaps, evening),
    *timetables.PARTS,
    planner,
)

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
