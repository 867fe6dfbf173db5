"""How the settings of a school go out."""

from sqlmodel import col

from domain.kernel.read import Document
from domain.messaging.models.settings import Messaging, MessagingRead

MESSAGING = Document(
    MessagingRead,
    Messaging,
    computed={"has_platform_secret": lambda _: col(Messaging.platform_secret).is_not(None)},
)
