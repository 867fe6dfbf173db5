"""The mind map as a browser draws it, with the fonts that this machine has: no words over other words or out of a card."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import BINARY, Tab, launched
from house import House

pytestmark = [pytest.mark.browser, pytest.mark.skipif(BINARY is None, reason="there is no Chromium")]

BOXES = """
[...document.querySelectorAll("text")].map(text => {
  const box = it => { const {left, top, right, bottom} = it.getBoundingClientRect(); return [left, top, right, bottom]; };
  const card = text.closest("g[id]")?.querySelector("rect");
  return {words: text.textContent, box: box(text), around: box(card ?? document.documentElement)};
})
"""


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with launched() as opened:
        yield opened


def overlap(one: list[float], other: list[float]) -> bool:
    """Letters of neighbouring lines may share a pixel or two of their line heights."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0 and down > 3


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("layout", ["wide", "tall"])
def test_no_words_overlap_or_leave_their_card(
    tab: Tab, house: House, tmp_path: Path, layout: str, language: str
) -> None:
    url = f"/v1/activity-mind-map.svg?layout={layout}"
    file = tmp_path / "map.svg"
    file.write_text(house.anna_client.get(url, headers={"Accept-Language": language}).text, encoding="utf-8")
    tab.open(file.as_uri())
    tab.wait_for(f"document.readyState === 'complete' && location.href.includes({str(tmp_path)!r})")
    texts: list[dict[str, Any]] = tab.evaluate(BOXES)
    assert len(texts) > 60
    for place, text in enumerate(texts):
        left, top, right, bottom = text["around"]
        box = text["box"]
        assert left <= box[0], text
        assert top <= box[1], text
        assert box[2] <= right, text
        assert box[3] <= bottom + 1, text
        assert not [other["words"] for other in texts[:place] if overlap(box, other["box"])], text["words"]
    assert tab.complaints == []
