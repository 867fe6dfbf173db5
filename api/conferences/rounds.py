"""Rounds: set up, found and changed."""

from fastapi import APIRouter

from api.collection import add_collection
from domain.conferences.actions.rounds import ROUND_COLLECTION
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["conferences"])

add_collection(router, "/conference-rounds", ROUND_COLLECTION, Permission.ROUNDS_READ, Permission.ROUNDS_WRITE)
