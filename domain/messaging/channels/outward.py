"""Where the house may connect to. Every way out asks here, and connects to the very address that was looked at: a name
that is looked up twice can answer differently the second time."""

import asyncio
import socket
from contextlib import suppress
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

CONNECT_SECONDS = 20

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""A gateway passes these on to the IPv4 address in their last 32 bits (RFC 6052)."""


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


async def addresses_of(host: str, port: int, reach: Reach) -> list[str]:
    """The addresses to connect to, the best first.

    Raises:
        OSError: when the name cannot be resolved. NotAllowed: when one of its addresses is out of reach, or when it
            is no name at all.
    """
    loop = asyncio.get_running_loop()
    try:
        found = [str(entry[4][0]) for entry in await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except UnicodeError as no_name:
        raise NotAllowed from no_name
    if not found or not all(_is_within(ip_address(address.partition("%")[0]), reach) for address in found):
        raise NotAllowed
    return found


async def connected(host: str, port: int, reach: Reach) -> socket.socket:
    """A connected socket, for libraries that take one. Raises as `addresses_of`, and OSError when none answers."""
    *others, last = await addresses_of(host, port, reach)
    for address in others:
        with suppress(OSError):
            return await _connected_to(address, port)
    return await _connected_to(last, port)


async def _connected_to(address: str, port: int) -> socket.socket:
    opened = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        opened.setblocking(False)
        async with asyncio.timeout(CONNECT_SECONDS):
            await asyncio.get_running_loop().sock_connect(opened, (address, port))
    except BaseException:
        opened.close()
        raise
    return opened


def _is_within(address: IPv4Address | IPv6Address, reach: Reach) -> bool:
    address = _meant(address)
    if reach is Reach.HERE:
        return address.is_loopback
    return reach is Reach.ANYWHERE or (address.is_global and not address.is_multicast)


def _meant(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that some addresses are another name of."""
    if isinstance(address, IPv4Address):
        return address
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
