"""Rounds of parent-teacher conferences. One flat router, as nested ones cost twice the time."""

from types import ModuleType

from fastapi import APIRouter

from api.conferences import bookings, evening, holds, schedules, slots, swaps, waits

PARTS: tuple[ModuleType, ...] = (schedules, slots, holds, bookings, waits, swaps, evening)

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
