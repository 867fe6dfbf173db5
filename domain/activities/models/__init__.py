"""Tables, fields and documents of activities, by noun."""

from domain.activities.models.activities import Activity
from domain.activities.models.moments import ActivityMoment

__all__ = ["Activity", "ActivityMoment"]
