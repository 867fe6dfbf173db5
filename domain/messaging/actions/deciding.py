"""From occasions to messages: how, when and in which language each is told, all of a batch together."""

from collections.abc import Sequence

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.messaging.actions.digesting import gather
from domain.messaging.actions.keeping import keep_new
from domain.messaging.models.settings import Messaging
from domain.messaging.queries.ways import families_known
from domain.messaging.rules.as_decided import message_of
from domain.messaging.rules.digest import summary_on
from domain.messaging.rules.occasion import Occasion
from domain.messaging.rules.reaching import reach


async def write(session: SchoolSession, settings: Messaging, occasions: Sequence[Occasion]) -> None:
    """Messages for whoever may hear of these; who has one about the same occasion gets no other."""
    if not occasions:
        return
    known, now = await families_known(session, settings, {one.student_id for one in occasions}), clock.now()
    rows, summaries = [], []
    for one in occasions:
        how = reach(one, known, now) if one.student_id in known.families else None
        if how is None:
            continue
        rows.append(message_of(settings.school_id, one, how))
        if day := summary_on(one.kind, one.urgency, how.frequency, now, known.school.zone):
            summaries.append((rows[-1], day))
    await gather(session, known, summaries)
    await keep_new(session, rows)
