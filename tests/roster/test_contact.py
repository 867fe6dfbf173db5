"""Contact data of a roster are kept as the API keeps them, whichever way was taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from domain.kernel.contact import Email, Phone
from domain.roster.contact import email_of, phone_of

PHONE, EMAIL = TypeAdapter(Phone), TypeAdapter(Email)


@given(st.from_regex(r"\+32 ?[1-9][0-9 ./-]{6,14}", fullmatch=True))
def test_a_belgian_number_is_the_one_that_libphonenumber_makes(written: str) -> None:
    number = phone_of(written)
    if number is not None:
        assert PHONE.validate_python(written) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("+32 470 12 34 56", "+32470123456"),
        ("+32 (0)470 12 34 56", "+32470123456"),
        ("0470/12.34.56", "+32470123456"),
        ("0033 1 23 45 67 89", "+33123456789"),
        ("+212 612 345678", "+212612345678"),
        ("+32 4", None),
        ("oma", None),
        ("1" * 300, None),
    ],
)
def test_numbers(written: str, number: str | None) -> None:
    assert phone_of(written) == number


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("An.Maes+school@Example.ORG", "An.Maes+school@example.org"),
        ("an@mæs.example.org", "an@mæs.example.org"),
        ('"an maes"@example.org', None),
        ("an..maes@example.org", None),
        ("an@", None),
        ("an", None),
        ("a" * 250 + "@example.org", None),
        ("an@" + "a" * 300 + ".org", None),
    ],
)
def test_addresses(written: str, address: str | None) -> None:
    assert email_of(written) == address
    if address:
        assert EMAIL.validate_python(written) == address
