"""A plan in plain words, and as a card of one page to hold in one's hands."""

from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.printing.paper import AS_PDF, PageLanguage, page_language, paper
from api.printing.plan_cards import plan_card_page
from api.session import Reader, reads
from domain.kernel.permissions import Permission
from domain.plans.models.cards import PlanCard, PlanSummary
from domain.plans.queries.cards import CARD_FOR, OWN_CARD
from domain.plans.summary.summing import summary_of

router = APIRouter(prefix="/v1", tags=["plans"])

PlanReader = Annotated[Reader, reads(Permission.PLANS_READ)]


class CardQuery(BaseModel):
    """Whose card, and in which language."""

    model_config = ConfigDict(extra="forbid")

    lang: PageLanguage = None
    for_guardian_id: UUID | None = Field(None, description="Staff only: as this guardian reads it, to hand over.")
    for_student: bool = Field(False, description="Staff only: as the student reads it, to hand over.")

    @model_validator(mode="after")
    def _one_holder(self) -> Self:
        if self.for_student and self.for_guardian_id:
            raise PydanticCustomError("two_holders", "A card is for one person.")
        return self


Asked = Annotated[CardQuery, Query()]


@router.get(
    "/communication-plans/{row_id}/summary",
    operation_id="get_communication_plan_summary",
    summary="Get: communication plan in plain words",
    response_model=PlanSummary,
)
async def get_summary(reader: PlanReader, row_id: UUID, query: Asked) -> Response:
    """With the parts that you may see, in Arabic too (R17: nothing of another household)."""
    language = page_language(reader.request, query.lang)
    card = await _card(reader, row_id, query)
    return reader.answer(summary_of(card, language).model_dump_json())


@router.get(
    "/communication-plans/{row_id}/card",
    operation_id="print_communication_plan_card",
    summary="Print the card of a communication plan",
    **AS_PDF,
)
async def print_card(reader: PlanReader, row_id: UUID, query: Asked) -> Response:
    """One page with pictograms, for the fridge and for the desk: each gets their own (R17)."""
    sheet = paper(reader.request, query.lang)
    card = await _card(reader, row_id, query)
    page = plan_card_page(sheet.words, summary_of(card, sheet.language))
    return await sheet.answer("plan_card", "communication-plan", page)


async def _card(reader: Reader, row_id: UUID, query: CardQuery) -> PlanCard:
    """What the reader may see, or whom the school hands it to."""
    if query.for_guardian_id or query.for_student:
        body = await reader.body(CARD_FOR, row_id, holder_id=query.for_guardian_id)
    else:
        body = await reader.body(OWN_CARD, row_id)
    return PlanCard.model_validate_json(body)
