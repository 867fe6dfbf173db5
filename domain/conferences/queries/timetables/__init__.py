"""Reads of timetables: one statement each, for who may see them."""
