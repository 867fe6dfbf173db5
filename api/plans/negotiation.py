"""What two sides can agree, before there is any plan."""

from typing import Annotated

from fastapi import APIRouter, Response

from api.collection import Lang
from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.plans.negotiation.answered import Negotiated
from domain.plans.negotiation.asked import NegotiationFields
from domain.plans.negotiation.negotiate import negotiate

router = APIRouter(prefix="/v1", tags=["plans"])


@router.post(
    "/communication-plans/negotiate",
    operation_id="negotiate_communication_plan",
    summary="Find what both sides can agree",
    response_model=Negotiated,
)
async def post_negotiation(
    writer: Annotated[Writer, writes(Permission.PLANS_WRITE)], body: NegotiationFields, lang: Lang = None
) -> Response:
    """Wishes and options in; out come the agreements that satisfy both, ranked, and for each wish that cannot be met
    the nearest option and the reason. It keeps nothing and reads nothing of the school: try as often as you like."""
    return writer.reply_with(negotiate(body, None if lang else writer.session.language))
