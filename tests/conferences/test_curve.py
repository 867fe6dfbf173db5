"""The picture of a planning over time: what it shows stands in words too, in three languages, and nothing else does."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conferences.drawing.curve import draw_curve
from domain.conferences.models.curve import MOST_POINTS, CurveShown, Point
from domain.kernel.text import OWN_LANGUAGES

SVG = "{http://www.w3.org/2000/svg}"
CURVE = CurveShown(
    talks=258,
    points=[Point(0.9, 240, 2, 60, 0, 4000), Point(30.2, 254, 0, 6, 0, 870)],
    weight_left_at_least=4,
    gap=0.0123,
)
WHOLE = st.integers(0, 10_000)
POINTS = st.lists(st.builds(Point, st.floats(0, 600), *[WHOLE] * 5), max_size=5)
CURVES = st.builds(
    CurveShown, talks=WHOLE, points=POINTS, weight_left_at_least=WHOLE | st.none(), gap=st.floats(0, 1) | st.none()
)


def told(curve: CurveShown, language: str = "nl") -> str:
    description = ET.fromstring(draw_curve(curve, language, "x")).find(f"{SVG}desc")
    assert description is not None
    return description.text or ""


def seen(curve: CurveShown, language: str = "nl") -> str:
    return " ".join(
        "".join(part.itertext()) for part in ET.fromstring(draw_curve(curve, language, "x")).iter(f"{SVG}text")
    )


def test_it_tells_how_it_began_how_it_ends_and_what_is_proven() -> None:
    assert told(CURVE) == (
        "Na 0,9 s: Gesprekken met een plaats: 240 van 258; Gewicht van wat nog niet past: 60. "
        "Na 30,2 s: Gesprekken met een plaats: 254 van 258; Gewicht van wat nog niet past: 6. "
        "Minder dan 4 kan niet. Bewezen: van wat in het beste geval past, ontbreekt hoogstens 1,3 %."
    )
    assert told(CURVE, "en").startswith("After 0.9 s: Talks with a place: 240 of 258;")


def test_what_is_told_is_shown() -> None:
    for words in ("254 van 258", "past: 6", "Minder dan 4 kan niet", "hoogstens 1,3 %", "30,2 s"):
        assert words in seen(CURVE)


def test_mandatory_talks_without_a_place_are_named() -> None:
    still = CURVE.model_copy(update={"points": CURVE.points[:1]})
    assert "Verplichte gesprekken zonder plaats: 2." in seen(still)
    assert "Verplichte" not in seen(CURVE)


@pytest.mark.parametrize(
    ("gap", "said"), [(None, "niet bewezen"), (0, "geen enkel rooster plaatst meer"), (0.00001, "hoogstens 0,1 %")]
)
def test_a_proof_promises_no_more_than_it_holds(gap: float | None, said: str) -> None:
    assert said in told(CURVE.model_copy(update={"gap": gap}))


def test_before_the_first_schedule_it_says_so() -> None:
    assert [told(CurveShown(), language) for language in OWN_LANGUAGES] == [
        "Er is nog geen rooster.",
        "Il n'y a pas encore d'horaire.",
        "There is no schedule yet.",
    ]


@given(CURVES, st.sampled_from(OWN_LANGUAGES))
def test_whatever_the_score_it_is_a_picture(curve: CurveShown, language: str) -> None:
    assert "nan" not in draw_curve(curve, language, "x")
    assert told(curve, language)


def progress(seconds: float, **more: Any) -> dict[str, Any]:
    left = {"objective": [0, 6, 0, 870, 0, 0], "planned_weight": 90, "planned_weight_at_most": 92, "gap": 0.02}
    return {"seconds": seconds, "placed": 254, "talks": 258, **left, **more}


def test_it_grows_with_what_the_planner_tells_and_stays_small() -> None:
    curve = CurveShown()
    for second in range(1000):
        curve = curve.grown(progress(second))
    assert len(curve.points) <= MOST_POINTS
    assert (curve.points[0].seconds, curve.points[-1].seconds) == (0, 999)
    assert (curve.talks, curve.weight_left_at_least, curve.gap) == (258, 4, 0.02)
    assert curve.grown(progress(1000, planned_weight_at_most=None, gap=None)).weight_left_at_least is None
