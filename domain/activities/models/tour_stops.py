"""Where a tour stops, and what there is to do."""

from typing import Any, Self
from uuid import UUID

from pydantic import Field as Described
from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.activities.models.tour_words import StopDoing
from domain.kernel.row import WORD, Fields, Row, RowRead, reference
from domain.kernel.text import TEXT, Line, Text

MOST_STOPS = 30


class TourStopFields(Fields):
    """A stop of a tour, with something to do there."""

    name: Text = Field(sa_type=TEXT, schema_extra={"examples": [{"nl": "De refter", "fr": "Le réfectoire"}]})
    room_id: UUID | None = reference("rooms", default=None)
    place: Line | None = Field(None, description="Where, when it is no room of the school.")
    doing: StopDoing | None = Field(None, sa_type=WORD, description="Null: nothing yet, which the findings tell.")
    words: Text | None = Field(
        None, sa_type=JSONB(none_as_null=True), description="How it goes there; needed for something of your own."
    )
    minutes: int = Field(10, ge=1, le=120)

    @model_validator(mode="after")
    def _says_what_is_own(self) -> Self:
        if self.doing == StopDoing.OWN and self.words is None:
            raise PydanticCustomError("own_words_missing", "Say what there is to do.")
        return self


class TourStop(Row, TourStopFields, table=True):
    __tablename__ = "tour_stops"
    __table_args__: Any = (Index(None, "school_id", "activity_id", "position"),)

    activity_id: UUID = reference("activities", cascade=True)
    position: int


class TourStopRead(RowRead, TourStopFields):
    """A stop as it goes out."""

    activity_id: UUID
    position: int = Field(description="The first one is 1.", ge=1)
    room: Line | None


class TourStops(SQLModel):
    """The route, in order."""

    items: list[TourStopRead]


class StopOrder(Fields):
    """Every stop of the tour once, in the order in which one walks."""

    stop_ids: list[UUID] = Described(min_length=1, max_length=MOST_STOPS)
