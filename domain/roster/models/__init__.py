"""Tables of the roster's imports."""

from domain.roster.models.imports import RosterImport
from domain.roster.models.uploads import RosterUpload

__all__ = ["RosterImport", "RosterUpload"]
