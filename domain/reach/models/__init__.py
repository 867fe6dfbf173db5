"""Tables and documents of reach."""

from domain.reach.models.contacts import FamilyContact

__all__ = ["FamilyContact"]
