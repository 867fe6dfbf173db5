"""Tables, fields and documents of conference rounds, by noun."""

from domain.conferences.models.bookings import Booking
from domain.conferences.models.consents import ConferenceConsent
from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.places import ConferenceLocation, ConferenceRoom, ConferenceSession
from domain.conferences.models.planner_runs import PlannerRun
from domain.conferences.models.requests import RequestParty, TalkRequest
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.schedules import Schedule, ScheduledTalk
from domain.conferences.models.separations import ConferenceSeparation
from domain.conferences.models.staff import ConferenceInterpreter, ConferenceStaff

__all__ = [
    "Booking",
    "ConferenceConsent",
    "ConferenceFamily",
    "ConferenceInterpreter",
    "ConferenceLocation",
    "ConferenceRoom",
    "ConferenceRound",
    "ConferenceSeparation",
    "ConferenceSession",
    "ConferenceStaff",
    "PlannerRun",
    "RequestParty",
    "Schedule",
    "ScheduledTalk",
    "TalkRequest",
]
