"""Reach: contacts in one tap, and whom the school has not spoken with yet."""

from fastapi import APIRouter

from api.reach import contacts, files, reach

router = APIRouter()
router.routes.extend(route for part in (contacts, files, reach) for route in part.router.routes)
