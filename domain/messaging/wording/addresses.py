"""Addresses of mail, in the one form that every server takes."""

from email.errors import HeaderParseError
from email.headerregistry import Address

from domain.messaging.wording.cleaning import fit_for_header

LONGEST_NAME = 100


class NoAddressError(ValueError):
    """No mail can go there."""


def address_of(display_name: str, address: str) -> Address:
    """A name and an address for a header. A domain in other letters is written as DNS has it.

    Raises:
        NoAddressError: when there is no domain, or the address holds what no header may.
    """
    local, at, domain = address.rpartition("@")
    if not at or not local or not domain or not address.isprintable() or "=?" in address:
        raise NoAddressError
    name = fit_for_header(display_name, LONGEST_NAME)
    try:
        return Address(name, username=_unquoted(local), domain=domain.encode("idna").decode("ascii"))
    except (ValueError, IndexError, HeaderParseError) as error:
        raise NoAddressError from error


def needs_utf8(*addresses: Address) -> bool:
    """Only a server that knows SMTPUTF8 takes a local part in other letters."""
    return not all(address.username.isascii() for address in addresses)


def _unquoted(local: str) -> str:
    """`Address` puts quotes where they are needed."""
    if len(local) > 1 and local.startswith('"') and local.endswith('"'):
        return local[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return local
