"""Tables, fields and documents of activities, by noun."""

from domain.activities.models.activities import Activity
from domain.activities.models.checklist import ActivityPoint
from domain.activities.models.helping import ActivityHelper
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.sign_ups import SignUp
from domain.activities.models.walk_ins import WalkIn

__all__ = ["Activity", "ActivityHelper", "ActivityMoment", "ActivityPoint", "SignUp", "WalkIn"]
