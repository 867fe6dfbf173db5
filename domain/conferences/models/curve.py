"""The score of a planning over time, as it grows and when it is done."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Self

from sqlmodel import SQLModel

MOST_POINTS = 200


class Point(NamedTuple):
    """The best schedule after so many seconds: its talks, and the first four levels of its objective."""

    seconds: float
    placed: int
    mandatory_left: int
    weight_left: int
    changes: int
    burden: int


class CurveShown(SQLModel):
    """What the picture shows. The bound and the gap are null until something is proven."""

    talks: int = 0
    points: list[Point] = []
    weight_left_at_least: int | None = None
    gap: float | None = None

    def grown(self, progress: Mapping[str, Any]) -> Self:
        """With what the planner tells now; never more than so many points, the oldest of which thin out."""
        point = Point(progress["seconds"], progress["placed"], *progress["objective"][:4])
        points = [*self.points, point]
        if len(points) > MOST_POINTS:
            points = [*points[::2], points[-1]]
        proven = progress.get("planned_weight_at_most")
        left = None if proven is None else point.weight_left - int(proven - progress["planned_weight"])
        return self.model_copy(
            update={
                "talks": progress["talks"],
                "points": points,
                "weight_left_at_least": left,
                "gap": progress.get("gap"),
            }
        )

    @classmethod
    def of(cls, schedule: Mapping[str, Any]) -> Self:
        """That of a schedule, once the planner has ended."""
        proof = schedule["proof"]
        return cls(
            talks=len(schedule["scheduled"]) + len(schedule["unscheduled"]),
            points=[Point(*point) for point in schedule["curve"]],
            weight_left_at_least=proof["weight_left_at_least"],
            gap=proof["gap"],
        )
