"""A printed answer, as a reader or a screen reader finds it."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import httpx
from pypdf import PdfReader


class Printed:
    """The pages of a PDF: what stands on them, and how it is tagged."""

    def __init__(self, answer: httpx.Response) -> None:
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf"), answer.text[:300]
        self.reader = PdfReader(BytesIO(answer.content))
        self.root: Any = self.reader.trailer["/Root"]
        self.text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in self.reader.pages))
        self.elements = list(_walked(self.root["/StructTreeRoot"]))

    def tags(self) -> list[str]:
        """The kind of every element, in reading order."""
        return [str(one["/S"])[1:] for one in self.elements]

    def alternatives(self) -> list[str]:
        """What is said instead of each picture."""
        return [str(one["/Alt"]) for one in self.elements if one["/S"] == "/Figure"]

    def other_languages(self) -> set[str]:
        """Those in which parts of it are, beside its own."""
        tagged = {str(one["/Lang"]) for one in self.elements if "/Lang" in one}
        drawn = b"".join(page.get_contents().get_data() for page in self.reader.pages)  # type: ignore[union-attr]
        marked = {found.decode() for found in re.findall(rb"/Lang ?\(([a-z]+)\)", drawn)}
        return (tagged | marked) - {str(self.root["/Lang"])}

    def is_accessible(self) -> bool:
        """It says of itself that it is PDF/UA, and has what that takes and a reader can see."""
        marked = self.root["/MarkInfo"]["/Marked"] and self.root["/ViewerPreferences"]["/DisplayDocTitle"]
        told = b"pdfuaid" in self.root["/Metadata"].get_data()
        return bool(marked and told and "/Lang" in self.root and self.reader.metadata.title)  # type: ignore[union-attr]


def _walked(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from _walked(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node and node.get("/Type") != "/MCR":
            yield from _walked(node["/K"])
