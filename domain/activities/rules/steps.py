"""How far a step of the mind map is."""

from collections.abc import Sequence

from domain.activities.models.mind_map import ReachedPoint


def points_of_step(map_key: str, step: str, points: Sequence[ReachedPoint]) -> list[ReachedPoint]:
    """The key of a step's point begins with those of the mind map and the step, as in the catalogue."""
    return [one for one in points if f"{one.key}-".startswith(f"{map_key}.{step}-")]


def is_done(points: Sequence[ReachedPoint]) -> bool:
    """There is something to do for the step, and all of it is ticked."""
    return bool(points) and all(one.is_ticked for one in points)
