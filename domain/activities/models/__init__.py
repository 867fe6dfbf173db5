"""Tables, fields and documents of activities, by noun."""

from domain.activities.models.activities import Activity
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.sign_ups import SignUp
from domain.activities.models.walk_ins import WalkIn

__all__ = ["Activity", "ActivityMoment", "SignUp", "WalkIn"]
