"""Tables, fields and documents of activities, by noun."""

from domain.activities.models.activities import Activity
from domain.activities.models.checklist import ActivityPoint
from domain.activities.models.evaluations import ActivityEvaluation, ActivityTap
from domain.activities.models.helping import ActivityHelper
from domain.activities.models.ideas import Idea, IdeaSupport
from domain.activities.models.leads import Lead, LeadPlace
from domain.activities.models.missed import MissedFamily
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.sign_ups import SignUp
from domain.activities.models.tour_guides import TourGuide
from domain.activities.models.tour_questions import TourQuestion
from domain.activities.models.tour_stops import TourStop
from domain.activities.models.walk_ins import WalkIn

__all__ = [
    "Activity",
    "ActivityEvaluation",
    "ActivityHelper",
    "ActivityMoment",
    "ActivityPoint",
    "ActivityTap",
    "Idea",
    "IdeaSupport",
    "Lead",
    "LeadPlace",
    "MissedFamily",
    "SignUp",
    "TourGuide",
    "TourQuestion",
    "TourStop",
    "WalkIn",
]
