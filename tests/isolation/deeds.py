"""Every operation of the API. A new one is added here, in the file of its subject."""

from isolation.deed import Deed
from isolation.deeds_activities import ACTIVITIES
from isolation.deeds_around import AROUND
from isolation.deeds_bookings import BOOKINGS
from isolation.deeds_catalogue import CATALOGUE
from isolation.deeds_conversations import CONVERSATIONS
from isolation.deeds_ideas import IDEAS
from isolation.deeds_links import LINKS
from isolation.deeds_messages import MESSAGES
from isolation.deeds_messaging import MESSAGING
from isolation.deeds_planner import PLANNER
from isolation.deeds_plans import PLANS
from isolation.deeds_reach import REACH
from isolation.deeds_rounds import ROUNDS
from isolation.deeds_schedules import SCHEDULES
from isolation.deeds_school import FAMILIES, MEMBERSHIPS, SCHOOL
from isolation.deeds_sign_ups import SIGN_UPS
from isolation.deeds_timetables import TIMETABLES
from isolation.deeds_tours import TOURS
from isolation.deeds_visits import VISITS

DEEDS: dict[str, Deed] = {
    **SCHOOL,
    **FAMILIES,
    **MEMBERSHIPS,
    **CATALOGUE,
    **CONVERSATIONS,
    **PLANS,
    **LINKS,
    **ROUNDS,
    **SCHEDULES,
    **BOOKINGS,
    **TIMETABLES,
    **SIGN_UPS,
    **IDEAS,
    **VISITS,
    **TOURS,
    **MESSAGES,
    **PLANNER,
    **MESSAGING,
    **ACTIVITIES,
    **REACH,
    **AROUND,
}
