"""Timetables of a round on paper: one page for each teacher, a family's way, and what hangs on a door."""
