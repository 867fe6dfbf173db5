"""OneRoster files: sent in, previewed, applied. One flat router."""

from fastapi import APIRouter

from api.roster import imports, sending

router = APIRouter()
router.routes.extend(route for part in (imports, sending) for route in part.router.routes)
