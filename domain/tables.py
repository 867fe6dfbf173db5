"""Every module that has tables, so that migrations know them all."""

from domain.conversations import models as conversations
from domain.families import models as families
from domain.kernel import claims, events, jobs, principal, replay
from domain.plans import models as plans
from domain.school import models as school

TABLES = (claims, conversations, events, families, jobs, plans, principal, replay, school)
