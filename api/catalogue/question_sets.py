"""Sets of questions that a school, a team or one person keeps at hand."""

from fastapi import APIRouter

from api.collection import add_collection
from domain.catalogue.actions import KEPT_SETS
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["catalogue"])

add_collection(router, "/question-sets", KEPT_SETS, Permission.QUESTION_SETS_READ, Permission.QUESTION_SETS_WRITE)
