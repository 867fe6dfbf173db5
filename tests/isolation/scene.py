"""An operation that is about to be done."""

from typing import Any
from uuid import uuid4

import httpx
from house import Client, House, operator
from isolation.deed import Deed
from isolation.deeds import DEEDS
from isolation.operations import Operation, operations

from api.session import Writes


class Scene:
    """An operation in a house, with all that its deed needs made ready."""

    def __init__(self, name: str, house: House) -> None:
        self.operation: Operation = operations()[name]
        self.deed: Deed = DEEDS[name]
        self.house = house
        self.shown = self.deed.shows(house) if self.deed.shows else None
        self.ids = self.deed.ids(house)
        self.url = self.operation.path.format(**self.ids)
        self.body = self.deed.body(house) if self.deed.body else None
        self.tag = self._tag() if self.operation.method in {"PUT", "PATCH", "DELETE"} else None

    def by(self, name: str, house: House | None = None) -> Client:
        house = house or self.house
        return operator(house.app, house.run) if name == "operator" else getattr(house, f"{name}_client")

    def done(self, caller: Client, url: str | None = None, body: Any = None) -> httpx.Response:
        headers = ({"If-Match": self.tag} if self.tag else {}) | self.key()
        more: dict[str, Any] = {} if self.body is None else {"json": body or self.body}
        if self.deed.content:
            media_type, content = self.deed.content()
            headers, more = headers | {"Content-Type": media_type}, {"content": content}
        if self.deed.query:
            more["params"] = self.deed.query(self.house)
        elif self.operation.method == "GET" and self.shown:
            more["params"] = {"limit": 200}
        return caller.request(self.operation.method, url or self.url, headers=headers, **more)

    def key(self) -> dict[str, str]:
        """A new one each time: what was done before is not repeated."""
        guard = self.operation.guards[0]
        return {"Idempotency-Key": str(uuid4())} if isinstance(guard, Writes) and guard.keyed else {}

    def _tag(self) -> str:
        """The version that the deed starts from."""
        where = self.deed.version_at.format(**self.ids) if self.deed.version_at else self.url
        return str(self.by(self.deed.by).get(where).headers["etag"])
