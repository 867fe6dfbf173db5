"""The catalogue's mind map for one activity, with what is done: as a document and as a picture."""

import json
from typing import Any

from sqlalchemy import literal
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.checklist import ActivityPoint
from domain.activities.models.mind_map import MindMapFacts, ReachedPoint
from domain.activities.models.words import ActivityKind
from domain.activities.queries.checklist import points_in_order
from domain.activities.rules.helpful_points import ACTIVITY_FORM
from domain.activities.rules.steps import is_done, points_of_step
from domain.catalogue.drawing.mind_map import Layout, mind_map_picture
from domain.catalogue.models import ActivityMindMap
from domain.catalogue.queries import ACTIVITY_MIND_MAPS
from domain.conferences.queries.visibility import is_team
from domain.kernel.read import Document, Reading
from domain.kernel.text import picked

_KEYED = Document(ReachedPoint, ActivityPoint, visible=lambda _: col(ActivityPoint.key).is_not(None))


def _title(reading: Reading) -> Any:
    return col(Activity.title) if reading.language is None else picked(col(Activity.title), reading.language)


MIND_MAP = Document(
    MindMapFacts,
    Activity,
    # A tour has a route of its own and no mind map.
    visible=lambda viewer: is_team(viewer) & (col(Activity.kind) != literal(ActivityKind.TOUR)),
    computed={
        "title": _title,
        "points": lambda reading: points_in_order(_KEYED, reading),
        "maps": lambda reading: ACTIVITY_MIND_MAPS.nested(reading, col(ActivityMindMap.key) == literal(ACTIVITY_FORM)),
    },
)


def mind_map_in_use(body: str) -> str:
    """What `MIND_MAP` tells, step by step, as JSON."""
    facts = MindMapFacts.model_validate_json(body)
    nodes = [_step(node, facts) for one in facts.maps for node in one["nodes"]]
    return json.dumps({"activity_id": str(facts.id), "title": facts.title, "nodes": nodes}, ensure_ascii=False)


def mind_map_in_use_picture(body: str, layout: Layout, language: str) -> str:
    """The same as SVG: each step that is done has a tick, which its words say too."""
    facts = MindMapFacts.model_validate_json(body)
    [drawn] = facts.maps
    done = frozenset(node["key"] for node in drawn["nodes"] if is_done(_points(node, facts)))
    return mind_map_picture(json.dumps(drawn), layout, language, title=facts.title, done=done)


def _step(node: dict[str, Any], facts: MindMapFacts) -> dict[str, Any]:
    points = _points(node, facts)
    said = [one.model_dump() for one in points]
    return {"key": node["key"], "label": node["label"], "done": is_done(points), "points": said}


def _points(node: dict[str, Any], facts: MindMapFacts) -> list[ReachedPoint]:
    return points_of_step(ACTIVITY_FORM, node["key"], facts.points)
