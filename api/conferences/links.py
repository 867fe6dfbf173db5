"""One-time links: who has the secret of one says when the family can, without an account."""

from typing import Any

from fastapi import APIRouter, Response

from api.links import Linked
from domain.conferences.actions.links import answer_with_link, family_behind
from domain.conferences.models.links import LinkAnswerFields, LinkRead, SecretFields
from domain.conferences.queries.links import seen_through

router = APIRouter(prefix="/v1/availability-links", tags=["conferences"])

NO_TOKEN: dict[str, Any] = {"security": []}


@router.post(
    "/look",
    operation_id="look_at_availability_link",
    summary="See what a link asks",
    response_model=LinkRead,
    openapi_extra=NO_TOKEN,
)
async def post_look(linked: Linked, body: SecretFields) -> Response:
    """No token: the secret is enough, and stands in the body so that no log keeps it. A link that is wrong, used or out
    of date is a 404, always the same."""
    family, _ = await family_behind(linked.session, linked.link)
    return linked.show(await seen_through(linked.session, family))


@router.post(
    "/answer",
    operation_id="answer_availability_link",
    summary="Answer with a one-time link",
    status_code=204,
    openapi_extra=NO_TOKEN,
)
async def post_answer(linked: Linked, body: LinkAnswerFields) -> Response:
    """Once: this uses the link up, and the school can make another. What is wrong with the answer leaves it open."""
    await answer_with_link(linked.session, linked.link, body)
    return linked.nothing()
