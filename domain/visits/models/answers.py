"""What the family answers."""

from typing import Annotated, Self

from pydantic import Field as Described
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from domain.conversations.models.conversations import TimeFields
from domain.kernel.row import Fields
from domain.kernel.text import Line
from domain.visits.models.addresses import HomeVisitAddressFields
from domain.visits.models.words import Says, VisitPlace

Windows = Annotated[list[TimeFields], Described(max_length=10, description="The visit is planned inside one of them.")]


class _WhereFields(Fields):
    """When it suits the family, and where."""

    moments: Windows = Described([])
    place: VisitPlace | None = None
    elsewhere: Line | None = Described(None, description="Where, when it is not at home.")
    address: HomeVisitAddressFields | None = Described(
        None, description="Of the home. Only the visitors see it, and only until the visit is over."
    )

    @model_validator(mode="after")
    def _is_one_place(self) -> Self:
        if self.address and self.place is not VisitPlace.HOME:
            raise PydanticCustomError("address_of_home_only", "An address is kept of a visit at home only.")
        if (self.place is VisitPlace.ELSEWHERE) is not (self.elsewhere is not None):
            raise PydanticCustomError("where_else", "Say where, when it is not at home.")
        return self

    @model_validator(mode="after")
    def _moments_end_after_they_start(self) -> Self:
        if any(one.ends_at <= one.starts_at for one in self.moments):
            raise PydanticCustomError("ends_before_start", "It must end after it starts.")
        return self


class HomeVisitAnswerFields(_WhereFields):
    """Yes, with the moments and the place that the family chooses; or no, with nothing beside it."""

    says: Says

    @model_validator(mode="after")
    def _fits(self) -> Self:
        told = (self.moments, self.place, self.elsewhere, self.address)
        if self.says is Says.NO and any(told):
            raise PydanticCustomError("no_is_enough", "No is enough.")
        if self.says is Says.YES and not (self.moments and self.place):
            raise PydanticCustomError("when_and_where", "Say when it suits, and where.")
        return self


class HomeVisitYesFields(_WhereFields):
    """Yes, from who has a link."""

    moments: Windows = Described(min_length=1)
    place: VisitPlace

    def as_answer(self) -> HomeVisitAnswerFields:
        """The same, as everybody answers."""
        return HomeVisitAnswerFields(says=Says.YES, **dict(self))
