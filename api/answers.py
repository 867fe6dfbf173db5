"""Answers of one document: a strong ETag, or 304, or the answer to a change."""

from fastapi import Request, Response

from api.conditional import etag, is_known
from api.language import content_language
from domain.kernel.replay import Answer

JSON = "application/json"
SVG = "image/svg+xml"


class Svg(Response):
    """A picture."""

    media_type = SVG


def answered(request: Request, body: str, language: str, media_type: str = JSON) -> Response:
    """A single resource: strong ETag, 304 when known."""
    content = body.encode()
    tag = etag(content)
    headers = {"ETag": tag, "Content-Language": content_language(language), "Vary": "Accept-Language, Authorization"}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers={**headers, "Cache-Control": "private, no-cache"})


def changed_response(answer: Answer, language: str) -> Response:
    content = answer.body.encode()
    headers = {"Content-Language": content_language(language), "Cache-Control": "private, no-store"}
    if content:
        headers["ETag"] = etag(content)
    if answer.location:
        headers["Location"] = answer.location
    return Response(content, answer.status, headers, media_type=JSON if content else None)
