"""Planner of conferences."""

from isolation.deed import Deed

PLANNER: dict[str, Deed] = {}
