"""Messages to families, what people do by voice and paper, and how a school sends. One flat router."""

from fastapi import APIRouter

from api.messaging import messages, previews, settings, tasks, wordings

router = APIRouter()
router.routes.extend(route for part in (settings, wordings, previews, messages, tasks) for route in part.router.routes)
