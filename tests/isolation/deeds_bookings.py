"""Bookings of conferences."""

from isolation.deed import Deed

BOOKINGS: dict[str, Deed] = {}
