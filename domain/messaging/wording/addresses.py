"""Addresses of mail, in the one form that every server takes."""

from email.headerregistry import Address

from domain.messaging.wording.cleaning import clipped, on_one_line

LONGEST_NAME = 100


def address_of(display_name: str, address: str) -> Address:
    """A name and an address for a header. A domain in other letters is written as DNS has it.

    Raises:
        ValueError: when there is no domain, or the address holds what no header may.
    """
    local, at, domain = on_one_line(address).rpartition("@")
    if not at or not local or not domain or len(address.splitlines()) > 1:
        raise ValueError("no address")
    name = clipped(on_one_line(display_name), LONGEST_NAME)
    return Address(name, username=_unquoted(local), domain=domain.encode("idna").decode("ascii"))


def needs_utf8(*addresses: Address) -> bool:
    """Only a server that knows SMTPUTF8 takes a local part in other letters."""
    return not all(address.username.isascii() for address in addresses)


def _unquoted(local: str) -> str:
    """`Address` puts quotes where they are needed."""
    if len(local) > 1 and local.startswith('"') and local.endswith('"'):
        return local[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return local
