"""Phone numbers and addresses, in one shape each."""

import pytest
from pydantic import BaseModel, ValidationError

from domain.kernel.contact import Email, Phone


class Card(BaseModel):
    phone: Phone | None = None
    email: Email | None = None


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("02 555 01 23", "+3225550123"),
        ("0475/12.34.56", "+32475123456"),
        (" +32 (0)475 12 34 56 ", "+32475123456"),
        ("0032 475 12 34 56", "+32475123456"),
        ("+31 20 555 0123", "+31205550123"),
        ("+212 612-345678", "+212612345678"),
    ],
)
def test_a_number_is_kept_internationally_and_is_belgian_without_a_country(written: str, kept: str) -> None:
    assert Card(phone=written).phone == kept
    assert Card(phone=kept).phone == kept


@pytest.mark.parametrize("written", ["", "1", "phone", "0475 12 34 56 ext 7", "+", "+999 12345678", "0" * 41, "0475\u0000123456", "٠٤٧٥١٢٣٤٥٦", "tel:+32475123456"])  # fmt: skip
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        Card(phone=written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "a",
        "a@",
        "@example.org",
        "a b@example.org",
        "a@example",
        "a@example.org\n",
        "a\u0000@example.org",
        "a" * 250 + "@example.org",
    ],
)
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        Card(email=written)


def test_an_address_is_kept_as_it_was_given() -> None:
    assert Card(email="Ouder+school@Example.org").email == "Ouder+school@example.org"
