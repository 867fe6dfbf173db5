"""Pages of a list: how many, from where, in which order."""

import base64
import binascii
import json
from typing import Annotated, Any, Generic, Literal, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from domain.kernel.errors import Detail, Invalid, Message

T = TypeVar("T")

BAD_CURSOR = Message(
    "bad_cursor",
    "Deze cursor komt niet van deze lijst.",
    "Ce curseur ne provient pas de cette liste.",
    "This cursor does not come from this list.",
)
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

    cursor: Annotated[str, StringConstraints(max_length=500, pattern=r"^[A-Za-z0-9_-]*$")] | None = Field(
        None, description="`next_cursor` of the page before."
    )
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


def encode_cursor(key: str, row_id: UUID) -> str:
    """Where a page ended: its last sort key and id, opaque to clients."""
    return base64.urlsafe_b64encode(json.dumps([key, str(row_id)]).encode()).decode().rstrip("=")


def decode_cursor(cursor: str) -> tuple[str, UUID]:
    """The opposite of `encode_cursor`.

    Raises:
        Invalid: when it is not one of ours.
    """
    try:
        key, row_id = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return str(key), UUID(row_id)
    except (binascii.Error, ValueError, TypeError, AttributeError):
        raise Invalid(BAD_CURSOR, Detail("?cursor", BAD_CURSOR)) from None
