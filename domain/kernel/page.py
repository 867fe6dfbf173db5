"""Pages of a list: how many, and in which order."""

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from domain.kernel.errors import Message

T = TypeVar("T")
Cursor = Annotated[str, StringConstraints(max_length=500, pattern=r"^[A-Za-z0-9_-]*$")]
BAD_SORT = Message(
    "bad_sort",
    "Op dit veld kan niet gesorteerd worden. Wel op: {allowed}.",
    "Le tri sur ce champ n'est pas possible. Champs possibles : {allowed}.",
    "This list cannot be sorted by this field. It can by: {allowed}.",
)


class Page(BaseModel, Generic[T]):
    """One page of a list."""

    items: list[T]
    next_cursor: str | None = Field(None, description="Give it as `cursor` for the next page; null on the last one.")
    total: int | None = Field(None, description="Only with `include=total`.")


class PageQuery(BaseModel):
    """The parameters every list takes. Lists add their filters; a parameter that is not named is an error."""

    model_config = ConfigDict(extra="forbid")

    cursor: Cursor | None = Field(None, description="`next_cursor` of the page before.")
    limit: int = Field(50, ge=1, le=200, description="How many at most.")
    sort: Annotated[str, StringConstraints(max_length=60, pattern=r"^-?[a-z_]+$")] | None = Field(
        None, description="A field to sort by; with `-` before it from last to first."
    )
    include: Literal["total"] | None = Field(None, description="`total` counts the whole list too.")
    lang: Literal["all"] | None = Field(None, description="`all` gives every text as a map of languages.")

    def filters(self) -> dict[str, Any]:
        """The filters that were given."""
        given = self.model_dump(exclude_none=True)
        return {name: value for name, value in given.items() if name not in PageQuery.model_fields}
