"""Communication plans: what each side can and wants, what they agree, and looking back on it. One flat router."""

from fastapi import APIRouter

from api.plans import agreements, decisions, deeds, options, plans, versions, wishes

router = APIRouter()
router.routes.extend(
    route for part in (options, plans, wishes, agreements, deeds, versions, decisions) for route in part.router.routes
)
