"""Conversations: their life, and what they leave behind. One flat router, as nested ones cost twice the time."""

from fastapi import APIRouter

from api.conversations import agenda, agreements, checklists, conversations, deeds, notes, questions

router = APIRouter()
router.routes.extend(
    route
    for part in (conversations, deeds, agenda, checklists, questions, notes, agreements)
    for route in part.router.routes
)
