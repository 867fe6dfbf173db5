"""Communication plans: what each side can and wants, what they agree, what follows from it, and looking back on it."""

from fastapi import APIRouter

from api.plans import agreements, cards, changes, decisions, deeds, negotiation, options, plans, versions, wishes

router = APIRouter()
router.routes.extend(
    route
    for part in (options, negotiation, plans, wishes, agreements, deeds, versions, changes, cards, decisions)
    for route in part.router.routes
)
