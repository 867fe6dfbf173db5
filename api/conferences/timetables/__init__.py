"""Timetables of a published round, each as a document and on paper, in a calendar or in a spreadsheet."""

from api.conferences.timetables import doors, evenings, families, staff

PARTS = (evenings, staff, doors, families)
"""A path with an ending stands before the same path without one, which would match it too."""
