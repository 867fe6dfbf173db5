"""Timetables, made of what a round knows: each holds what its reader needs, and nothing that is another's."""
