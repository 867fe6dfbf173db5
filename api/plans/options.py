"""What the school and its staff can offer to reach families."""

from fastapi import APIRouter

from api.collection import add_collection
from domain.kernel.permissions import Permission
from domain.plans.actions.options import OPTION_COLLECTION

router = APIRouter(prefix="/v1", tags=["plans"])

add_collection(router, "/communication-options", OPTION_COLLECTION, Permission.PLANS_READ, Permission.PLANS_WRITE)
