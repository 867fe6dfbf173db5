"""Where the house may connect to. Every way out asks here, and connects to the very address that was looked at: a name
that is looked up twice can answer differently the second time."""

import asyncio
import socket
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, ip_address


class Reach(StrEnum):
    """How far a connection may go."""

    HERE = "here"
    """This machine only: the demo and development."""
    ANYWHERE = "anywhere"
    """Where the operator's own settings say."""
    OUTSIDE = "outside"
    """The public internet and nothing beside us: for addresses that a school gives."""


class NotAllowed(Exception):
    """That address is out of reach for this connection."""


async def address_of(host: str, port: int, reach: Reach) -> str:
    """The address to connect to.

    Raises:
        OSError: when the name cannot be resolved. NotAllowed: when one of its addresses is out of reach.
    """
    loop = asyncio.get_running_loop()
    found = [str(entry[4][0]) for entry in await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(_is_within(ip_address(address.partition("%")[0]), reach) for address in found):
        raise NotAllowed
    return found[0]


async def connected(host: str, port: int, reach: Reach) -> socket.socket:
    """A connected socket, for libraries that take one. Raises as `address_of`."""
    address = await address_of(host, port, reach)
    opened = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        opened.setblocking(False)
        await asyncio.get_running_loop().sock_connect(opened, (address, port))
    except BaseException:
        opened.close()
        raise
    return opened


def _is_within(address: IPv4Address | IPv6Address, reach: Reach) -> bool:
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    if reach is Reach.HERE:
        return address.is_loopback
    return reach is Reach.ANYWHERE or (address.is_global and not address.is_multicast)
