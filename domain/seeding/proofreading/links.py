"""Links: written as an address must be, and encrypted where the other side can."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from domain.seeding.entries import Flaw
from domain.seeding.proofreading.sheets import Sheet

ONLY_PLAIN = frozenset({"onderwijsantwerpen.be"})
"""Hosts whose address is known without encryption only."""

_ADDRESS = re.compile(r"https?://(?:[\w.~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*[\w/=~-]", re.ASCII)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")


def unfit_links(sheet: Sheet) -> Iterator[Flaw]:
    """Whatever begins as an address and is none, or could be a safer one."""
    for place, node in sheet.entry.parts:
        if isinstance(node, str) and node.startswith("http") and (message := _unfit(node)):
            yield sheet.entry.flaw(place, message)


def _unfit(link: str) -> str | None:
    if not _ADDRESS.fullmatch(link) or not _HOST.fullmatch(urlsplit(link).netloc):
        return "This is no well-formed link."
    address = urlsplit(link)
    if address.scheme != "https" and address.netloc not in ONLY_PLAIN:
        return "This link is not encrypted: make it https."
    return None
