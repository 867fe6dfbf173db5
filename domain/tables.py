"""Every module that has tables, so that migrations know them all."""

from domain.activities import models as activities
from domain.catalogue import models as catalogue
from domain.conferences import models as conferences
from domain.conversations import models as conversations
from domain.families import models as families
from domain.kernel import claims, events, jobs, principal, replay, stamps
from domain.messaging import models as messaging
from domain.plans import models as plans
from domain.reach import models as reach
from domain.roster import models as roster
from domain.school import models as school
from domain.visits import models as visits

TABLES = (
    activities,
    catalogue,
    claims,
    conferences,
    conversations,
    events,
    families,
    jobs,
    messaging,
    plans,
    principal,
    reach,
    replay,
    roster,
    school,
    stamps,
    visits,
)
