"""Static files, held gzipped."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property

from starlette.requests import Request
from starlette.responses import Response

EVERY_ANSWER = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


@dataclass(frozen=True)
class Asset:
    """A static file, held gzipped, as nearly every client wants it."""

    media_type: str
    packed: bytes

    @cached_property
    def plain(self) -> bytes:
        return gzip.decompress(self.packed)

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self.packed).hexdigest()[:32]

    def answer(self, request: Request, cache_control: str) -> Response:
        """200 or 304. A strong ETag names one representation, so packed and plain have one each (RFC 9110, 8.8.3)."""
        packed = accepts_gzip(request.headers.get("Accept-Encoding", ""))
        etag = f'"{self.digest}-gzip"' if packed else f'"{self.digest}"'
        headers = EVERY_ANSWER | {"ETag": etag, "Cache-Control": cache_control, "Vary": "Accept-Encoding"}
        if etag in request.headers.get("If-None-Match", ""):
            return Response(status_code=304, headers=headers)
        if packed:
            return Response(self.packed, headers=headers | {"Content-Encoding": "gzip"}, media_type=self.media_type)
        return Response(self.plain, headers=headers, media_type=self.media_type)


def accepts_gzip(accept_encoding: str) -> bool:
    """Whether the header names gzip, or else *, with a weight above zero (RFC 9110, 12.5.3)."""
    offers = [offer.replace(" ", "").lower().partition(";q=") for offer in accept_encoding.split(",")]
    weights = {coding: weight or "1" for coding, _, weight in offers}
    return weights.get("gzip", weights.get("*", "0")).strip("0.") != ""
