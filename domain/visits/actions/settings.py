"""The office decides how visits go in its school."""

from uuid import UUID

from domain.kernel.errors import FORBIDDEN, STALE, Forbidden, Stale
from domain.kernel.events import record
from domain.kernel.permissions import OFFICE
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession
from domain.visits.models.settings import HomeVisitSettingsFields
from domain.visits.queries.settings import settings_of


async def change_settings(session: SchoolSession, patch: Fields, version: int) -> UUID:
    """Merge the patch into what the school decided.

    Raises:
        Forbidden: for who is not of the office. Stale: when the version is another.
    """
    if not session.principal.has(*OFFICE):
        raise Forbidden(FORBIDDEN)
    settings = await settings_of(session)
    if settings.version != version:
        raise Stale(STALE)
    settings.take(settings.patched(HomeVisitSettingsFields, patch))
    record(session, "home_visit_settings.changed", "home_visit_settings", settings.id)
    return settings.id
