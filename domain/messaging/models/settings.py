"""How a school sends messages."""

from typing import Annotated, Self

from pydantic import HttpUrl, TypeAdapter, model_validator
from pydantic.functional_validators import AfterValidator
from pydantic_core import PydanticCustomError
from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from domain.kernel.contact import Email
from domain.kernel.row import Fields, Row, RowRead
from domain.kernel.text import Line
from domain.plans.models.hours import LocalTime

_URL: TypeAdapter[HttpUrl] = TypeAdapter(HttpUrl)


def _is_url(address: str) -> str:
    return str(_URL.validate_python(address))


WebAddress = Annotated[str, AfterValidator(_is_url)]


class MessagingFields(Fields):
    """What a school decides about its messages."""

    sender_name: Line | None = Field(None, description="As families see it; the name of the school when null.")
    reply_to: Email | None = Field(None, description="Where answers to e-mails go; the school's address when null.")
    quiet_from: LocalTime = Field("19:00", description="From then on nothing reaches who named no hours.")
    quiet_to: LocalTime = Field("07:30", description="Until then.")
    quiet_at_weekends: bool = Field(True, description="And on public holidays.")
    most_per_family_a_day: int | None = Field(3, ge=1, le=100, description="Ordinary ones; the rest waits a day.")
    most_a_day: int | None = Field(None, ge=1, le=1_000_000, description="Of the school as a whole.")
    reminder_hours: int = Field(24, ge=1, le=168, description="Before a talk.")
    question_days: int = Field(4, ge=1, le=30, description="Before a talk: what would you like to talk about?")
    platform_url: WebAddress | None = Field(
        None, max_length=500, description="Where the school platform takes messages (Standard Webhooks)."
    )

    @model_validator(mode="after")
    def _has_hours_to_send(self) -> Self:
        if self.quiet_from == self.quiet_to:
            raise PydanticCustomError("always_quiet", "There must be an hour in which messages may leave.")
        return self


class Paused(SQLModel):
    """Whether a school is silent: by a deed of its own, never in passing with another change."""

    is_paused: bool = Field(default=False, description="Nothing leaves; what waits is looked at again afterwards.")


class Messaging(Row, MessagingFields, Paused, table=True):
    """One row a school, and how far its events were followed."""

    __tablename__ = "messaging"
    __table_args__ = (Index("messaging_once", "school_id", unique=True),)

    platform_secret: str | None = None
    followed_transaction: int = Field(default=0, sa_type=BigInteger)
    followed_sequence: int = Field(default=0, sa_type=BigInteger)


class MessagingRead(RowRead, MessagingFields, Paused):
    """As it goes out; the secret of the platform never does."""

    has_platform_secret: bool
