"""The documentation page: Scalar and our own few files, served from the package, so that no reader's browser
asks anything of another origin."""

import gzip
import hashlib
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.assets import EVERY_ANSWER, Asset

FOLDER = Path(__file__).parent / "documentation"

# Styles are the one concession: Scalar writes style attributes, which no nonce or hash can allow, and some of its
# parts add <style> elements without the nonce it offers. Scripts stay strict.
_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
)
CONTENT_SECURITY_POLICY = "; ".join(_DIRECTIVES)


def add_documentation(app: FastAPI) -> None:
    """Serve the page at `/docs` and its files below it, and lead `/` there.

    The app is made with `docs_url=None` (its own page would answer first), keeps its `/openapi.json` and names its
    bearer scheme `bearer_token`, which the page offers at once. Links are relative: a path prefix does no harm.
    """
    assets = {
        "scalar.js": Asset("text/javascript", (FOLDER / "scalar.js.gz").read_bytes()),
        "page.js": _own_asset("page.js", "text/javascript"),
        "page.css": _own_asset("page.css", "text/css"),
        "icon.svg": _own_asset("icon.svg", "image/svg+xml"),
    }
    edition = hashlib.sha256("".join(asset.digest for asset in assets.values()).encode()).hexdigest()[:16]
    page = (FOLDER / "index.html").read_text("utf-8").replace("{edition}", edition)

    async def show_start(_: Request) -> Response:
        return RedirectResponse("docs", headers=EVERY_ANSWER)

    async def show_page(_: Request) -> Response:
        headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY, "Cache-Control": "no-cache"}
        return Response(page, headers=EVERY_ANSWER | headers, media_type="text/html")

    async def show_asset(request: Request) -> Response:
        asset = assets.get(request.path_params["name"])
        if asset is None:
            raise HTTPException(404)
        # While two releases run side by side, a page may ask for the other's edition: serve ours, but not for ever.
        ours = request.path_params["edition"] == edition
        return asset.answer(request, "public, max-age=31536000, immutable" if ours else "no-cache")

    app.add_route("/", show_start, include_in_schema=False)
    app.add_route("/docs", show_page, include_in_schema=False)
    app.add_route("/docs/assets/{edition}/{name}", show_asset, include_in_schema=False)


def _own_asset(name: str, media_type: str) -> Asset:
    return Asset(media_type, gzip.compress((FOLDER / name).read_bytes(), mtime=0))
