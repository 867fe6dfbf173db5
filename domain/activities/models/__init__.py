"""Tables, fields and documents of activities, by noun."""

from domain.activities.models.activities import Activity
from domain.activities.models.evaluations import ActivityEvaluation, ActivityTap
from domain.activities.models.ideas import Idea, IdeaSupport
from domain.activities.models.missed import MissedFamily
from domain.activities.models.moments import ActivityMoment

__all__ = ["Activity", "ActivityEvaluation", "ActivityMoment", "ActivityTap", "Idea", "IdeaSupport", "MissedFamily"]
