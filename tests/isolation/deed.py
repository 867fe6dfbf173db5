"""How an operation is done so that it succeeds: what the matrix of `test_isolation.py` needs to know of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from house import House

Ids = dict[str, Any]
"""Path parameters by name."""


def nothing(_: House) -> Ids:
    return {}


@dataclass(frozen=True)
class Deed:
    """One operation. The ids are of rows that this call makes, or of rows that the deed does not spoil."""

    ids: Callable[[House], Ids] = nothing
    body: Callable[[House], Any] | None = None
    by: str = "admin"
    """Who of the house does it; `operator` for the platform operator."""
    shows: Callable[[House], str] | None = None
    """Of a list: makes a row that stands in it, and gives its id."""
    theirs: Callable[[House], Ids] | None = None
    """Ids that another school must not reach, where `ids` are of the library that everybody shares."""
    version_at: str | None = None
    """Where the ETag is read for If-Match, when not at the address itself."""
    query: Callable[[House], dict[str, Any]] | None = None
    """Parameters that it cannot do without."""
    content: Callable[[], tuple[str, bytes]] | None = None
    """Media type and bytes of a body that is no JSON."""
    answers: int = 200
    """200 stands for every success."""
    everybodys: bool = False
    """It has path parameters that belong to no school."""


def made(path: str, body: Callable[[House], Any], by: str = "admin") -> Callable[[House], str]:
    """Makes a row and gives its id."""
    return lambda house: str(getattr(house, f"{by}_client").made(path, body(house))["id"])


def of(row: Callable[[House], str]) -> Callable[[House], Ids]:
    """The row as `row_id`."""
    return lambda house: {"row_id": row(house)}


def plain(noun: str, path: str, body: Callable[[House], Any], patch: Any, *, by: str = "admin") -> dict[str, Deed]:
    """The five deeds of a plain resource."""
    row, plural = made(f"/v1/{path}", body, by), path.replace("-", "_")
    return {
        f"list_{plural}": Deed(shows=row, by=by),
        f"create_{noun}": Deed(body=body, by=by),
        f"get_{noun}": Deed(of(row), by=by),
        f"change_{noun}": Deed(of(row), body=lambda _: patch, by=by),
        f"delete_{noun}": Deed(of(row), by=by),
    }
