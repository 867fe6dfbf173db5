"""Schedules of conferences."""

from isolation.deed import Deed

SCHEDULES: dict[str, Deed] = {}
