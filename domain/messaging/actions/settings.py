"""How a school sends messages, and whether it does now."""

from uuid import UUID

from domain.kernel.errors import STALE, Stale
from domain.kernel.events import record
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession
from domain.messaging.actions.beginning import settings_of
from domain.messaging.models.platform_secret import PlatformSecretFields
from domain.messaging.models.settings import Messaging, MessagingFields


async def messaging_of(session: SchoolSession, version: int | None = None) -> Messaging:
    """The one row of the school, locked; made with what holds by itself when nobody said otherwise yet.

    Raises:
        Stale: when `version` is given and the row has another.
    """
    found = await settings_of(session)
    if version is not None and found.version != version:
        raise Stale(STALE)
    return found


async def change_messaging(session: SchoolSession, patch: Fields, version: int) -> UUID:
    """Merge the patch into the settings."""
    messaging = await messaging_of(session, version)
    messaging.take(messaging.patched(MessagingFields, patch))
    _tell(session, messaging, "changed")
    return messaging.id


async def keep_platform_secret(session: SchoolSession, fields: PlatformSecretFields, version: int) -> None:
    """For signing what goes to the school platform; nobody reads it back."""
    messaging = await messaging_of(session, version)
    messaging.platform_secret = fields.secret.get_secret_value() if fields.secret else None
    _tell(session, messaging, "changed")


async def pause(session: SchoolSession) -> UUID:
    """From now on nothing leaves."""
    return await _pause(session, "paused", is_paused=True)


async def resume(session: SchoolSession) -> UUID:
    """What waited is looked at again before it goes."""
    return await _pause(session, "resumed", is_paused=False)


async def _pause(session: SchoolSession, deed: str, *, is_paused: bool) -> UUID:
    messaging = await messaging_of(session)
    if messaging.is_paused is not is_paused:
        messaging.is_paused = is_paused
        _tell(session, messaging, deed)
    return messaging.id


def _tell(session: SchoolSession, messaging: Messaging, deed: str) -> None:
    record(session, f"messaging.{deed}", "messaging", messaging.id)
