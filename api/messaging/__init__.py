"""Messages to families: sending, links to them, and paper. One flat router, as nested ones cost twice the time."""

from fastapi import APIRouter

from api.messaging import links, messages, paper, previews, settings, tasks, wordings

PARTS = (settings, wordings, previews, paper, links, messages, tasks)
"""A path that is a word stands before the same path with an id, which would match it too."""

router = APIRouter()
router.routes.extend(route for part in PARTS for route in part.router.routes)
