"""Ways to reach a person, in one shape each."""

from typing import Annotated

import phonenumbers
from pydantic import AfterValidator, EmailStr, Field, StringConstraints
from pydantic_core import PydanticCustomError


def _international(number: str) -> str:
    """E.164; a number without country code is Belgian."""
    try:
        parsed = phonenumbers.parse(number, "BE")
    except phonenumbers.NumberParseException:
        raise PydanticCustomError("bad_phone", "This is no phone number.") from None
    if not phonenumbers.is_possible_number(parsed):
        raise PydanticCustomError("bad_phone", "This is no phone number.")
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


Phone = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=40, pattern=r"^[0-9+()./ -]+$"),
    AfterValidator(_international),
    Field(examples=["+3225550123"]),
]
"""A phone number; kept as E.164."""

Email = Annotated[EmailStr, Field(max_length=254, examples=["ouder@example.org"])]
"""An e-mail address."""
