"""What is said because its time came, not because something happened."""

from datetime import datetime

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.messaging.actions.beginning import settings_of
from domain.messaging.actions.deciding import write
from domain.messaging.models.settings import Messaging
from domain.messaging.queries.around import visits_of
from domain.messaging.queries.due import agreements_due, talks_due
from domain.messaging.queries.gatherings import gatherings_of
from domain.messaging.queries.gatherings_due import sign_ups_due, visits_due
from domain.messaging.queries.talks import talks_of
from domain.messaging.rules.gathering_reminders import about_sign_ups, about_visits_due
from domain.messaging.rules.occasion import Occasion
from domain.messaging.rules.reminders import about_agreements, about_due


async def remind(session: SchoolSession) -> None:
    """Reminders and questions before talks, and agreements that are due; each once, however often this is done."""
    settings, now = await settings_of(session), clock.now()
    due = await talks_due(session, settings, now)
    talks = await talks_of(session, {one.talk_id for one in due})
    agreements = await agreements_due(session, now)
    of_talks = [*about_due(due, talks, now), *about_agreements(agreements)]
    await write(session, settings, of_talks + await _around(session, settings, now))


async def _around(session: SchoolSession, settings: Messaging, now: datetime) -> list[Occasion]:
    """Of activities to which somebody signed up, and of visits at home."""
    due = await sign_ups_due(session, settings.reminder_hours, now)
    activities = await gatherings_of(session, {one.person.activity_id for one in due})
    visits = await visits_of(session, await visits_due(session, settings.reminder_hours, now))
    return [*about_sign_ups(due, activities, now), *about_visits_due(visits.values(), now)]
