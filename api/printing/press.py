"""The press: Typst with our own templates and fonts. Data go in as JSON, so what people wrote is never markup."""

import asyncio
import json
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import typst

HERE = Path(__file__).parent
TEMPLATES, FONTS = HERE / "templates", HERE / "fonts"
AT_ONCE = 2
"""Presses of one process: printing is work for a processor, and those who only read should not wait for it."""


class Press:
    """Compilers that have the fonts at hand and reach no file but the templates; each does one thing at a time. They
    are made for the first page, as many a process never prints one."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(AT_ONCE)

    @cached_property
    def edition(self) -> str:
        """What the pages look like, as a short word: it changes whenever a template or a font does."""
        return _edition()

    @cached_property
    def _idle(self) -> "SimpleQueue[typst.Compiler]":
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
        idle: SimpleQueue[typst.Compiler] = SimpleQueue()
        for _ in range(AT_ONCE):
            idle.put(typst.Compiler(root=TEMPLATES, font_paths=fonts, package_path=FONTS))
        return idle

    async def printed(self, template: str, data: dict[str, Any]) -> bytes:
        """The PDF of a template with these data. The same data always give the same bytes."""
        async with self._turns:
            return await asyncio.to_thread(self._print, self._idle, template, json.dumps(data))

    def _print(self, idle: "SimpleQueue[typst.Compiler]", template: str, data: str) -> bytes:
        press = idle.get()
        try:
            return _compiled(press, TEMPLATES / f"{template}.typ", {"data": data})
        finally:
            idle.put(press)


def _compiled(press: typst.Compiler, template: Path, inputs: dict[str, str]) -> bytes:
    """PDF/UA-1, which Typst checks. It allows no sign that our fonts lack, and a name may have one: then without."""
    try:
        made = press.compile(template, format="pdf", sys_inputs=inputs, pdf_standards="ua-1")
    except typst.TypstError:
        made = press.compile(template, format="pdf", sys_inputs=inputs)
    assert isinstance(made, bytes)
    return made


def _edition() -> str:
    looks = blake2b(version("typst").encode(), digest_size=8)
    for path in sorted([*TEMPLATES.iterdir(), *FONTS.iterdir()]):
        looks.update(path.read_bytes())
    return looks.hexdigest()
