"""Communication plans: what each side can and wants, what they agree, and looking back on it. One flat router."""

from fastapi import APIRouter

from api.plans import agreements, cards, changes, deeds, negotiation, options, plans, versions, wishes

router = APIRouter()
router.routes.extend(
    route
    for part in (options, negotiation, plans, wishes, agreements, deeds, versions, changes, cards)
    for route in part.router.routes
)
