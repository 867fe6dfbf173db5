"""The mind map of an activity, each step with what the checklist of the same name says to do for it."""

from typing import Any

from sqlalchemy import ColumnElement, column, func, select
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by
from sqlmodel import col

from domain.catalogue.models import ActivityMindMap, ActivityMindMapRead, ChecklistPoint, NodePointRead
from domain.catalogue.queries.checklists import POINT_PLACE
from domain.catalogue.queries.view import documents, in_view
from domain.kernel.read import Document, Reading


def _nodes(reading: Reading) -> ColumnElement[Any]:
    """The key of a step's point begins with those of the checklist and the step; an adapted point keeps it."""
    nodes = documents(ActivityMindMap, "nodes")["nodes"](reading)
    listed = func.jsonb_array_elements(nodes).table_valued(column("it", JSONB), with_ordinality="place")
    node = listed.render_derived(name="node")
    begin = func.concat(col(ActivityMindMap.key), ".", node.c.it.op("->>")("key"), "-")
    of_node = func.starts_with(func.concat(col(ChecklistPoint.key), "-"), begin)
    points = NODE_POINTS.nested(reading, of_node, POINT_PLACE)
    whole = node.c.it.op("||")(func.jsonb_build_object("points", points))
    in_order = select(func.jsonb_agg(aggregate_order_by(whole, node.c.place)))
    return in_order.correlate(ActivityMindMap).scalar_subquery()


NODE_POINTS = Document(NodePointRead, ChecklistPoint, visible=in_view(ChecklistPoint))
ACTIVITY_MIND_MAPS = Document(
    ActivityMindMapRead,
    ActivityMindMap,
    computed={**documents(ActivityMindMap, "root"), "nodes": _nodes},
    key="key",
)
