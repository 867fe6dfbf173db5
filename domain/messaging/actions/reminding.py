"""What is said because its time came, not because something happened."""

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.messaging.actions.beginning import settings_of
from domain.messaging.actions.deciding import write
from domain.messaging.queries.due import agreements_due, talks_due
from domain.messaging.queries.talks import talks_of
from domain.messaging.rules.reminders import about_agreements, about_due


async def remind(session: SchoolSession) -> None:
    """Reminders and questions before talks, and agreements that are due; each once, however often this is done."""
    settings, now = await settings_of(session), clock.now()
    due = await talks_due(session, settings, now)
    talks = await talks_of(session, {one.talk_id for one in due})
    agreements = await agreements_due(session, now)
    await write(session, settings, [*about_due(due, talks, now), *about_agreements(agreements)])
