"""The page of a one-time link: one file without any other, for an old phone and whoever holds it.

The secret stands behind the `#` of the address, which no browser sends; the page asks with it in a body.
"""

import base64
import gzip
import hashlib
import json
from pathlib import Path

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from api.assets import Asset
from domain.kernel.printed import printed_words
from domain.kernel.text import RIGHT_TO_LEFT

FOLDER = Path(__file__).parent / "answering"
NAMES = {"nl": "Nederlands", "fr": "Français", "en": "English", "ar": "العربية"}
DIALECTS = {"ary": "ar", "arq": "ar", "arz": "ar", "apc": "ar", "shu": "ar"}
"""Languages that people speak and read in another (browsers and `langcodes` do not say so)."""


def add_family_page(app: FastAPI) -> None:
    """Serve it at `/f`."""
    style, script = (FOLDER / "page.css").read_text("utf-8"), _script()
    page = (FOLDER / "page.html").read_text("utf-8")
    for name, part in (("{style}", style), ("{script}", script), ("{words}", _words())):
        page = page.replace(name, part)
    asset = Asset("text/html", gzip.compress(page.encode(), mtime=0))
    policy = _policy(style, script)

    async def show_page(request: Request) -> Response:
        answer = asset.answer(request, "no-cache")
        answer.headers["Content-Security-Policy"] = policy
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer

    app.add_route("/f", show_page, include_in_schema=False)


def _script() -> str:
    """The parts share one scope, which nothing outside of it reaches."""
    parts = [(FOLDER / f"{name}.js").read_text("utf-8") for name in ("activity", "visit", "page")]
    return "\n".join(['(function () {\n"use strict";', *parts, "})();\n"])


def _words() -> str:
    """All that the page says, in every language, such that nothing in it ends the element it stands in."""
    of_people = printed_words("people-and-places")
    words = {
        "page": printed_words("answering") | printed_words("answering-activities") | printed_words("answering-visits"),
        "roles": of_people["roles"],
        "channels": of_people["channels"],
        "names": NAMES,
        "dialects": DIALECTS,
        "to_left": sorted(RIGHT_TO_LEFT),
    }
    return json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")


def _policy(style: str, script: str) -> str:
    """What stands in the page, and nothing else; it asks its own server only."""
    own = f"script-src {_hashed(script)}; style-src {_hashed(style)}; connect-src 'self'"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def _hashed(part: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}'"
