"""Tables, fields and documents of activities, by noun."""

from domain.activities.models.activities import Activity
from domain.activities.models.checklist import ActivityPoint
from domain.activities.models.helping import ActivityHelper
from domain.activities.models.moments import ActivityMoment

__all__ = ["Activity", "ActivityHelper", "ActivityMoment", "ActivityPoint"]
