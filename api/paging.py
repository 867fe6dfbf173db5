"""A page as HTTP: items, next_cursor, Link, and an ETag over the whole."""

import json

from fastapi import Request, Response

from api.conditional import etag, is_known
from domain.kernel.read import Slice


def page_response(request: Request, part: Slice, language: str) -> Response:
    """`{"items": [...], "next_cursor": …}`, with the address of the next page in `Link`."""
    total = "" if part.total is None else f',"total":{part.total}'
    body = f'{{"items":[{",".join(part.bodies)}],"next_cursor":{json.dumps(part.next_cursor)}{total}}}'.encode()
    tag = etag(body)
    headers = {"ETag": tag, "Content-Language": language, "Vary": "Accept-Language, Authorization"}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    if part.next_cursor:
        headers["Link"] = f'<{request.url.include_query_params(cursor=part.next_cursor)}>; rel="next"'
    return Response(body, media_type="application/json", headers={**headers, "Cache-Control": "private, no-cache"})
