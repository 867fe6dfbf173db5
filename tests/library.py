"""The library as a reader gets it: whole lists, in all languages at once."""

from collections.abc import Iterator
from typing import Any

from house import Client


def everything(client: Client, path: str, **params: Any) -> list[dict[str, Any]]:
    """All rows of a list such as `questions`, page by page."""
    rows, cursor = [], {}
    while cursor is not None:
        page = client.get(f"/v1/{path}", params={"lang": "all", "limit": 200, **params, **cursor}).json()
        rows += page["items"]
        cursor = {"cursor": page["next_cursor"]} if page["next_cursor"] else None
    return rows


def parts_of(node: Any) -> Iterator[dict[str, Any]]:
    """Every object in a document, however deep."""
    if isinstance(node, dict):
        yield node
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from parts_of(part)
