"""What a start conversation may begin from."""

from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.plans.models.plans import CommunicationPlanRead


class PlanOffer(SQLModel):
    """Last time's plan beside the one that is being made, each with the parts that its reader may see."""

    conversation_id: UUID
    student_id: UUID
    earlier: CommunicationPlanRead | None = Field(
        description="The latest of an earlier school year. Name it as `based_on_id`; nothing of it is copied."
    )
    present: CommunicationPlanRead | None = Field(description="Of the school year of this conversation.")
