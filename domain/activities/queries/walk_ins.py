"""Walk-ins, for the team."""

from domain.activities.models.walk_ins import WalkIn, WalkInRead
from domain.conferences.queries.visibility import is_team
from domain.kernel.read import Document

WALK_IN = Document(WalkInRead, WalkIn, visible=is_team)
