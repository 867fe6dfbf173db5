"""Who calls the endpoints of activities."""

from typing import Annotated

from api.session import Reader, Writer, reads, writes
from domain.kernel.permissions import Permission

AnyReader = Annotated[Reader, reads(Permission.ACTIVITIES_READ)]
School = Annotated[Writer, writes(Permission.ACTIVITIES_WRITE)]
TeamReader = Annotated[Reader, reads(Permission.CHECKLISTS_USE)]
TeamWriter = Annotated[Writer, writes(Permission.CHECKLISTS_USE)]
