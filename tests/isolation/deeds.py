"""Every operation of the API. A new one is added here, in the file of its subject."""

from isolation.deed import Deed
from isolation.deeds_around import AROUND
from isolation.deeds_catalogue import CATALOGUE
from isolation.deeds_conversations import CONVERSATIONS
from isolation.deeds_plans import PLANS
from isolation.deeds_school import FAMILIES, MEMBERSHIPS, SCHOOL

DEEDS: dict[str, Deed] = {
    **SCHOOL,
    **FAMILIES,
    **MEMBERSHIPS,
    **CATALOGUE,
    **CONVERSATIONS,
    **PLANS,
    **AROUND,
}
