"""Timetables of conferences."""

from isolation.deed import Deed

TIMETABLES: dict[str, Deed] = {}
