"""Who may enter this school, as what."""

from fastapi import APIRouter

from api.collection import add_collection
from domain.kernel.membership import MEMBERSHIPS
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["memberships"])

add_collection(router, "/memberships", MEMBERSHIPS, Permission.MEMBERSHIPS_READ, Permission.MEMBERSHIPS_WRITE)
