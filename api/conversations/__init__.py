"""Conversations: their life, and what they leave behind. One flat router, as nested ones cost twice the time."""

from fastapi import APIRouter

from api.conversations import agenda, agreements, board, checklists, conversations, deeds, notes, participants

PARTS = (conversations, deeds, participants, agenda, checklists, board, notes, agreements)

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
