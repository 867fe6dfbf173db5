"""Every module that has tables, so that migrations know them all."""

from domain.families import models as families
from domain.kernel import claims, events, jobs, principal, replay
from domain.school import models as school

TABLES = (claims, events, families, jobs, principal, replay, school)
