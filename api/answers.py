"""Answers of one document: a strong ETag, or 304, or the answer to a change."""

from fastapi import Request, Response

from api.conditional import etag, kept, not_modified
from api.language import content_language
from domain.kernel.replay import Answer

JSON = "application/json"
SVG = "image/svg+xml"


class Svg(Response):
    """A picture."""

    media_type = SVG


def answered(
    request: Request, body: str | bytes, language: str, media_type: str = JSON, more: dict[str, str] | None = None
) -> Response:
    """A single resource: strong ETag, 304 when known; with `more` headers."""
    content = body.encode() if isinstance(body, str) else body
    headers = kept(etag(content), Content_Language=content_language(language)) | (more or {})
    return not_modified(request, headers) or Response(content, media_type=media_type, headers=headers)


def changed_response(answer: Answer, language: str) -> Response:
    content = answer.body.encode()
    headers = {"Content-Language": content_language(language), "Cache-Control": "private, no-store"}
    if content:
        headers["ETag"] = etag(content)
    if answer.location:
        headers["Location"] = answer.location
    return Response(content, answer.status, headers, media_type=JSON if content else None)
