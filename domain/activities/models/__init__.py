"""Tables, fields and documents of activities, by noun."""

from domain.activities.models.activities import Activity
from domain.activities.models.leads import Lead, LeadPlace
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.tour_guides import TourGuide
from domain.activities.models.tour_questions import TourQuestion
from domain.activities.models.tour_stops import TourStop

__all__ = ["Activity", "ActivityMoment", "Lead", "LeadPlace", "TourGuide", "TourQuestion", "TourStop"]
