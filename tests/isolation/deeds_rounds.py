"""Rounds of conferences."""

from isolation.deed import Deed

ROUNDS: dict[str, Deed] = {}
