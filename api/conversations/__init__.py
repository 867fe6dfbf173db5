"""Conversations: their life, and what they leave behind. One flat router, as nested ones cost twice the time."""

from fastapi import APIRouter

from api.conversations import (
    agenda,
    agreements,
    board,
    calendars,
    checklists,
    conversations,
    deeds,
    notes,
    participants,
    questions,
)

PARTS = (calendars, conversations, deeds, participants, agenda, checklists, board, questions, notes, agreements)
"""A path with an ending stands before the same path without one, which would match it too."""

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
