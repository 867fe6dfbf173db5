"""A message as simple HTML: readable aloud, in the dark and without images."""

from collections.abc import Sequence
from html import escape

from domain.messaging.wording.saying import Said
from domain.messaging.wording.templates import phrase

RIGHT_TO_LEFT = {"ar"}
_STYLE = "max-width:38em;margin:0 auto;padding:1em;font:1.05em/1.5 system-ui,sans-serif;overflow-wrap:break-word"
_NOTE = "border-inline-start:0.25em solid;padding-inline-start:0.75em"


def direction(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def page_of(said: Sequence[Said], link: str | None) -> str:
    """The reader's language first, the others beneath it, each marked as what it is."""
    first = said[0]
    note = _paragraph(phrase("translation", first.language), None, _NOTE) if len(said) > 1 else ""
    sections = "<hr>".join(_section(one, link, note if one is first else "") for one in said)
    return (
        f'<!DOCTYPE html><html lang="{first.language}" dir="{direction(first.language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
        f"<title>{escape(first.subject)}</title></head>"
        f'<body><main style="{_STYLE}">{sections}</main></body></html>'
    )


def _section(said: Said, link: str | None, note: str) -> str:
    paragraphs = "".join(_paragraph(one, link) for one in said.paragraphs)
    heading = f"<h1 style='font-size:1.3em'>{escape(said.subject)}</h1>"
    return f'<section lang="{said.language}" dir="{direction(said.language)}">{heading}{note}{paragraphs}</section>'


def _paragraph(text: str, link: str | None, style: str = "") -> str:
    shown = escape(text)
    if link:
        safe = escape(link)
        shown = shown.replace(safe, f'<a href="{safe}" dir="ltr">{safe}</a>')
    return f"<p{f' style={chr(34)}{style}{chr(34)}' if style else ''}>{shown.replace(chr(10), '<br>')}</p>"
